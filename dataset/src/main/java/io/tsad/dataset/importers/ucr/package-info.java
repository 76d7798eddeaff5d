/**
 * Imports two-class sets of the UCR/UEA archive ({@code .tsv}, {@code .ts}, plain or gzipped) as a
 * data folder.
 */
package io.tsad.dataset.importers.ucr;
