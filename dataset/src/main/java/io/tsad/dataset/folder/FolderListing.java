package io.tsad.dataset.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names in one folder, sorted, hidden ones left out. */
record FolderListing(Path folder, List<String> names) {
  static FolderListing of(Path folder) throws InvalidDatasetException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new FolderListing(
          folder,
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !name.startsWith("."))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw InvalidDatasetException.cannotList(folder, e);
    }
  }

  List<String> folders() {
    return names.stream().filter(name -> Files.isDirectory(folder.resolve(name))).toList();
  }
}
