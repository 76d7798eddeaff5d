package io.tsad.dataset.folder;

import io.tsad.runtime.FileName;
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
 * @param skipped what is called like a series and is no regular file
 */
record SplitFiles(
    List<String> classes, List<SeriesFile> series, List<String> ignored, List<Path> skipped) {
  static SplitFiles list(Path root, String split) throws InvalidDatasetException {
    Path folder = root.resolve(split);
    if (!Files.isDirectory(folder)) {
      throw new InvalidDatasetException(
          root.toString(),
          "has no folder '" + split + "'",
          "name the folder that holds train/<class>/*.npy and val/<class>/*.npy");
    }
    FolderListing entries = FolderListing.of(folder);
    List<String> classes = entries.folders().stream().map(FolderListing.Entry::name).toList();
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
    SplitFiles files =
        new SplitFiles(classes, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (FolderListing.Entry entry : entries.entries()) {
      if (entry.kind() == FolderListing.Kind.FOLDER) {
        requireText(entry);
        files.addClass(entry, split + "/" + entry.name() + "/");
      } else {
        files.ignored.add(split + "/" + entry.name());
      }
    }
    return files;
  }

  /** A class's name is kept in the model, where it must be text. */
  private static void requireText(FolderListing.Entry folder) throws InvalidDatasetException {
    if (FileName.isLost(folder.path().getFileName().toString())) {
      throw new InvalidDatasetException(
          FileName.of(folder.path()),
          "is a class whose name Java cannot read here",
          "set LC_ALL to a locale with UTF-8, such as C.UTF-8, or rename the folder");
    }
  }

  private void addClass(FolderListing.Entry folder, String prefix) throws InvalidDatasetException {
    int before = series.size();
    List<FolderListing.Entry> entries = FolderListing.of(folder.path()).entries();
    for (FolderListing.Entry entry : entries) {
      if (!entry.name().endsWith(".npy")) {
        ignored.add(prefix + entry.name());
      } else if (entry.kind() == FolderListing.Kind.SPECIAL) {
        skipped.add(entry.path());
      } else {
        series.add(
            new SeriesFile(prefix + entry.name(), entry.path(), classes.indexOf(folder.name())));
      }
    }
    if (series.size() == before) {
      throw entries.isEmpty()
          ? new InvalidDatasetException(
              folder.path().toString(),
              "has no .npy files",
              "each class needs series in train and in val")
          : new InvalidDatasetException(
              folder.path().toString(),
              "has no .npy files but others, such as " + entries.get(0).name(),
              "put series there as .npy files, as numpy.save writes them");
    }
  }
}
