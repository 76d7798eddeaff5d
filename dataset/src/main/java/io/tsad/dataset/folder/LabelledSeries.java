package io.tsad.dataset.folder;

/**
 * One series of a data folder.
 *
 * @param name its path within the data folder with {@code /}, such as {@code val/anomaly/0001.npy}
 * @param values raw samples, uncut and unscaled, all finite; at least one. Not copied: do not write
 * @param label the index of its class in {@link Dataset#classes()}
 */
public record LabelledSeries(String name, double[] values, int label) {}
