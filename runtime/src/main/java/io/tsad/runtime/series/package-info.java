/** Series as files: what can be read, how it is checked, and how it is written. */
package io.tsad.runtime.series;
