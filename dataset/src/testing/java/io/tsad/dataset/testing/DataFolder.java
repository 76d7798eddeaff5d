package io.tsad.dataset.testing;

import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data folder under construction, for tests. */
public record DataFolder(Path root) {
  /** Two anomalous and three normal series of four samples for each split, all different. */
  public static DataFolder small(Path root) throws IOException {
    DataFolder folder = new DataFolder(root);
    int next = 1;
    for (String split : new String[] {"train", "val"}) {
      for (String series :
          new String[] {"anomaly/1", "anomaly/2", "normal/1", "normal/2", "normal/3"}) {
        folder.put(split + "/" + series + ".npy", next, 0, 2 * next, next);
        next++;
      }
    }
    return folder;
  }

  public Path put(String name, double... values) throws IOException {
    Path file = folderOf(name);
    NpyWriter.write(file, values);
    return file;
  }

  public Path text(String name, String text) throws IOException {
    return Files.writeString(folderOf(name), text);
  }

  private Path folderOf(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }
}
