package io.tsad.dataset.folder;

import java.nio.file.Path;

/**
 * Where a labelled series lies.
 *
 * @param name its path within the data folder with {@code /}, such as {@code val/anomaly/0001.npy}
 * @param path where to read it
 * @param label the index of its class
 */
public record SeriesFile(String name, Path path, int label) {}
