package io.tsad.dashboard.models;

import io.tsad.runtime.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model's folder looks like from outside; as long as it is equal, nothing has changed.
 *
 * @param files one text for each file that matters, empty where there is none
 */
record FolderStamp(List<String> files) {
  /** Of {@code folder}; null if it is none. */
  static @Nullable FolderStamp of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    ModelFolder model = new ModelFolder(folder);
    return new FolderStamp(
        Stream.of(model.model(), model.evaluation(), model.history())
            .map(FolderStamp::stamp)
            .toList());
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.fileKey() + " " + found.size() + " " + found.lastModifiedTime();
    } catch (IOException e) {
      return "";
    }
  }
}
