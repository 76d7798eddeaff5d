/** What a person sees of a long run: lines, and on a terminal a bar. */
package io.tsad.dataset.progress;
