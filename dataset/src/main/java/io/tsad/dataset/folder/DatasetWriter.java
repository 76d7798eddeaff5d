package io.tsad.dataset.folder;

import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.series.DatasetLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a data folder, whole or not at all. Series may be written by several threads.
 *
 * <pre>{@code
 * try (DatasetWriter dataset = DatasetWriter.open(out, force)) {
 *   dataset.write(DatasetLayout.series("train", "normal", "1"), file -> NpyWriter.write(file, values));
 *   dataset.commit();
 * }
 * }</pre>
 */
public final class DatasetWriter implements Closeable {
  private final StagedFolder staged;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  private DatasetWriter(StagedFolder staged) {
    this.staged = staged;
  }

  /** Writes one file. */
  public interface Content {
    void write(Path file) throws IOException;
  }

  /**
   * Starts a data folder at {@code target}, with folders for both classes in both splits.
   *
   * @param replace whether a data folder that is there already is replaced; any other folder that
   *     holds something is refused
   * @throws OutputException if {@code target} may not or cannot be written
   */
  public static DatasetWriter open(Path target, boolean replace) throws OutputException {
    if (replace) {
      StagedFolder.requireReplaceable(target, "data folder", DatasetLayout::is);
    }
    DatasetWriter writer = new DatasetWriter(StagedFolder.open(target, replace));
    try {
      for (String split : List.of(DatasetLayout.TRAIN, DatasetLayout.VAL)) {
        for (String className : List.of(DatasetLayout.ANOMALY, DatasetLayout.NORMAL)) {
          writer.require(writer.staged.path().resolve(split).resolve(className));
        }
      }
      return writer;
    } catch (IOException e) {
      writer.close();
      throw writer.staged.cannotWrite(e);
    }
  }

  /**
   * Writes a file.
   *
   * @param name where it is in the data folder, as {@link DatasetLayout} has it
   */
  public void write(String name, Content content) throws OutputException {
    Path file = staged.path().resolve(name);
    try {
      require(Objects.requireNonNull(file.getParent(), name));
      content.write(file);
    } catch (IOException e) {
      throw staged.cannotWrite(e);
    }
  }

  private void require(Path folder) throws IOException {
    if (!folders.contains(folder)) {
      Files.createDirectories(folder);
      folders.add(folder); // not before: another thread would take it for made
    }
  }

  /** Makes it what is at the target. */
  public void commit() throws OutputException {
    staged.commit();
  }

  /** Removes what was not committed. */
  @Override
  public void close() {
    staged.close();
  }
}
