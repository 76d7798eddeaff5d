package io.tsad.dataset.importers.ucr;

/**
 * One labelled series of an archive file.
 *
 * @param label its class, see {@link ClassLabel#canonical}
 * @param values samples in order, all finite, at least one. Not copied: do not write
 */
@SuppressWarnings("ArrayRecordComponent") // A value that is passed on and dropped.
record UcrRow(String label, double[] values) {}
