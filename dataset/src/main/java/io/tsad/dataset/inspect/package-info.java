/** What a data folder holds and what is wrong with it, as {@code tsad-data inspect} reports it. */
package io.tsad.dataset.inspect;
