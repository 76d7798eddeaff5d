package io.tsad.trainer.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one split, {@code train} or {@code val}.
 *
 * @param classes its class folders, exactly two, in sorted order
 * @param series its series, in name order
 * @param ignored what is neither a class folder nor a {@code .npy} file in one, as names within the
 *     data folder
 */
record SplitFiles(List<String> classes, List<SeriesFile> series, List<String> ignored) {
  static SplitFiles list(Path root, String split) throws InvalidDatasetException {
    Path folder = root.resolve(split);
    if (!Files.isDirectory(folder)) {
      throw new InvalidDatasetException(
          root.toString(),
          "has no folder '" + split + "'",
          "name the folder that holds train/<class>/*.npy and val/<class>/*.npy");
    }
    FolderListing entries = FolderListing.of(folder);
    List<String> classes = entries.folders();
    if (classes.size() != 2) {
      throw new InvalidDatasetException(
          folder.toString(),
          classes.isEmpty()
              ? "has no class folders"
              : "has %d class folder%s (%s)"
                  .formatted(
                      classes.size(), classes.size() == 1 ? "" : "s", String.join(", ", classes)),
          "give it exactly two, such as anomaly and normal");
    }
    List<SeriesFile> series = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (String name : entries.names()) {
      int label = classes.indexOf(name);
      if (label < 0) {
        ignored.add(split + "/" + name);
      } else {
        listClass(folder.resolve(name), split + "/" + name + "/", label, series, ignored);
      }
    }
    return new SplitFiles(classes, series, ignored);
  }

  private static void listClass(
      Path folder, String prefix, int label, List<SeriesFile> series, List<String> ignored)
      throws InvalidDatasetException {
    int before = series.size();
    List<String> names = FolderListing.of(folder).names();
    for (String name : names) {
      if (name.endsWith(".npy")) {
        series.add(new SeriesFile(prefix + name, folder.resolve(name), label));
      } else {
        ignored.add(prefix + name);
      }
    }
    if (series.size() == before) {
      throw names.isEmpty()
          ? new InvalidDatasetException(
              folder.toString(), "has no .npy files", "each class needs series in train and in val")
          : new InvalidDatasetException(
              folder.toString(),
              "has no .npy files but others, such as " + names.get(0),
              "put series there as .npy files, as numpy.save writes them");
    }
  }
}
