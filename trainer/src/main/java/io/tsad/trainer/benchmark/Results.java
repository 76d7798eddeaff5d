package io.tsad.trainer.benchmark;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.runtime.OutputException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The trials of a benchmark in a CSV file, so that one that was stopped goes on where it was. */
public final class Results {
  private final Path file;
  private final List<Trial> trials;

  private Results(Path file, List<Trial> trials) {
    this.file = file;
    this.trials = trials;
  }

  /**
   * Opens them.
   *
   * @param file it may be missing
   * @throws InvalidDatasetException if it is of another kind
   */
  public static Results open(Path file) throws InvalidDatasetException {
    List<Trial> trials = new ArrayList<>();
    if (Files.exists(file)) {
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
        boolean header = true;
        for (CsvRecord row : reader) {
          if (header && !row.getFields().equals(Trial.COLUMNS)) {
            throw new IllegalArgumentException("its columns are others");
          }
          if (!header) {
            trials.add(Trial.of(row.getFields()));
          }
          header = false;
        }
      } catch (IOException
          | UncheckedIOException
          | CsvParseException
          | IllegalArgumentException e) {
        throw new InvalidDatasetException(
            file.toString(),
            "holds no trials of a benchmark" + TableFault.of(e),
            "choose another --out, or move the file away");
      }
    }
    return new Results(file, trials);
  }

  /** In the order of being run. */
  public List<Trial> all() {
    return Collections.unmodifiableList(trials);
  }

  boolean has(String set, String architecture, long seed) {
    return trials.stream().anyMatch(trial -> trial.is(set, architecture, seed));
  }

  /** Adds one and writes the file anew, whole or not at all. */
  void add(Trial trial) throws OutputException {
    trials.add(trial);
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(Trial.COLUMNS);
      trials.forEach(one -> writer.writeRecord(one.fields()));
      writer.flush();
      Path beside = file.resolveSibling(file.getFileName() + ".partial");
      Files.writeString(beside, text.toString());
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw OutputException.cannotWrite(file, e);
    }
  }
}
