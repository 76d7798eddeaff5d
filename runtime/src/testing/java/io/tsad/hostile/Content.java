package io.tsad.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is under the name of an input. */
public sealed interface Content permits Content.Bytes, SpecialFile {
  /** Puts it there. */
  void create(Path file) throws IOException, InterruptedException;

  /** A regular file. */
  record Bytes(byte[] bytes) implements Content {
    @Override
    public void create(Path file) throws IOException {
      Files.write(file, bytes);
    }
  }
}
