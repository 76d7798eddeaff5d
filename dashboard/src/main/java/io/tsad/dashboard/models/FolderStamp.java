package io.tsad.dashboard.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's folder looks like from outside; as long as it is equal, nothing has changed.
 *
 * @param files one text for each file that matters, empty where there is none
 */
record FolderStamp(List<String> files) {
  private static final List<String> NAMES =
      List.of("model.onnx", "evaluation.json", "history.jsonl");

  /** Of {@code folder}; null if it is none. */
  static @Nullable FolderStamp of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    return new FolderStamp(NAMES.stream().map(name -> stamp(folder.resolve(name))).toList());
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
