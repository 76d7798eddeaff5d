package io.tsad.dataset.importers.ucr;

import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.runtime.FileName;
import io.tsad.runtime.series.DatasetLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One set of the archive.
 *
 * @param train its TRAIN file
 * @param val its TEST file
 */
public record UcrSet(UcrFile train, UcrFile val) {
  /**
   * Finds the TRAIN and the TEST file of one set.
   *
   * @param inputs files named {@code <Set>_TRAIN} or {@code <Set>_TEST}, with {@code .tsv}, {@code
   *     .tsv.gz}, {@code .ts} or {@code .ts.gz}, or folders that hold such files directly
   * @param onSkipped is told of pipes, sockets and devices in folders, which are left out
   * @throws InvalidDatasetException if they are not exactly these two files
   */
  public static UcrSet find(List<Path> inputs, Consumer<Path> onSkipped)
      throws InvalidDatasetException {
    List<UcrFile> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        files.addAll(filesIn(input, onSkipped));
      } else {
        files.add(file(input));
      }
    }
    UcrFile train = only(DatasetLayout.TRAIN, "TRAIN", files);
    UcrFile val = only(DatasetLayout.VAL, "TEST", files);
    if (!train.set().equals(val.set())) {
      throw new InvalidDatasetException(
          train.path().toString(),
          "is of another set than " + val.name(),
          "import one set at a time");
    }
    return new UcrSet(train, val);
  }

  /** The archive's name for the set, such as {@code Wafer}. */
  public String name() {
    return train.set();
  }

  List<UcrFile> files() {
    return List.of(train, val);
  }

  private static UcrFile file(Path input) throws InvalidDatasetException {
    if (!Files.exists(input)) {
      throw new InvalidDatasetException(FileName.of(input), "no such file", "check the path");
    }
    if (!Files.isRegularFile(input)) {
      throw new InvalidDatasetException(
          FileName.of(input), "is no regular file, and is read twice", "write it to a file first");
    }
    return UcrFile.of(input)
        .orElseThrow(
            () ->
                new InvalidDatasetException(
                    input.toString(),
                    "is not named like a file of the archive",
                    "name <Set>_TRAIN and <Set>_TEST files ending in .tsv, .ts, or these with .gz"));
  }

  private static List<UcrFile> filesIn(Path folder, Consumer<Path> onSkipped)
      throws InvalidDatasetException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<UcrFile> files = new ArrayList<>();
      for (Path entry : entries.sorted().toList()) {
        Optional<UcrFile> file = UcrFile.of(entry);
        if (file.isPresent() && Files.exists(entry) && !Files.isRegularFile(entry)) {
          onSkipped.accept(entry);
        } else {
          file.ifPresent(files::add);
        }
      }
      if (files.isEmpty()) {
        throw new InvalidDatasetException(
            folder.toString(),
            "holds no <Set>_TRAIN or <Set>_TEST file ending in .tsv, .ts, or these with .gz",
            "name the folder of one set");
      }
      return files;
    } catch (UncheckedIOException e) {
      throw InvalidDatasetException.cannotList(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw InvalidDatasetException.cannotList(folder, e);
    }
  }

  private static UcrFile only(String split, String archiveName, List<UcrFile> files)
      throws InvalidDatasetException {
    List<UcrFile> found = files.stream().filter(file -> file.split().equals(split)).toList();
    if (found.isEmpty()) {
      throw new InvalidDatasetException(
          files.get(0).path().toString(),
          "comes without a %s file".formatted(archiveName),
          "name both files of the set, or the folder that holds them");
    }
    if (found.size() > 1) {
      throw new InvalidDatasetException(
          found.get(1).path().toString(),
          "is a second %s file beside %s".formatted(archiveName, found.get(0).name()),
          "name one TRAIN and one TEST file");
    }
    return found.get(0);
  }
}
