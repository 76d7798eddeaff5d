/** Copies of models, optimised for this machine, for the next start. */
package io.tsad.runtime.cache;
