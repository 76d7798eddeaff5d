/** Folders of labelled series: made, imported, inspected and read. */
package io.tsad.dataset;
