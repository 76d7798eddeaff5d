package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code .ts} files of sktime, aeon and tsml: a header of {@code @name value} lines up to
 * {@code @data}, then rows {@code v,v,v:class}; {@code ?} is missing. Series of one dimension
 * without time stamps only.
 *
 * @see <a href="https://www.aeon-toolkit.org/en/stable/api_reference/file_specifications/ts.html">
 *     The format</a>
 */
final class TsParser implements RowParser {
  private final Set<String> labels = new LinkedHashSet<>();
  private boolean inData;

  @Override
  public Optional<UcrRow> parse(String line, RowPlace place) throws InvalidSeriesException {
    String text = line.strip();
    if (text.startsWith("#")) {
      return Optional.empty();
    }
    if (inData) {
      return Optional.of(row(text, place));
    }
    if (!text.startsWith("@")) {
      throw place.fault("is before @data and no header line", "start the file with its header");
    }
    header(List.of(text.split("\\s+")), place);
    return Optional.empty();
  }

  @Override
  public void end(Path file) throws InvalidSeriesException {
    if (!inData) {
      throw new InvalidSeriesException(
          file.toString(), "has no @data", "give a .ts file with its header and rows");
    }
  }

  private void header(List<String> words, RowPlace place) throws InvalidSeriesException {
    String value = words.size() > 1 ? words.get(1).toLowerCase(Locale.ROOT) : "";
    switch (words.get(0).toLowerCase(Locale.ROOT)) {
      case "@univariate" -> refuseIf(value.equals("false"), "several dimensions", place);
      case "@dimension", "@dimensions" -> refuseIf(!value.equals("1"), "several dimensions", place);
      case "@timestamps" -> refuseIf(value.equals("true"), "time stamps", place);
      case "@targetlabel" -> refuseIf(value.equals("true"), "target values, not classes", place);
      case "@classlabel" -> {
        refuseIf(!value.equals("true"), "no class labels", place);
        words.stream().skip(2).map(ClassLabel::canonical).forEach(labels::add);
      }
      case "@data" -> {
        if (labels.isEmpty()) {
          throw place.fault("comes before any @classLabel", "add '@classLabel true <classes>'");
        }
        inData = true;
      }
      default -> {
        // Names and sizes, which the rows show.
      }
    }
  }

  private static void refuseIf(boolean wrong, String what, RowPlace place)
      throws InvalidSeriesException {
    if (wrong) {
      throw place.fault(
          "says that the series have " + what,
          "tsad reads series of one dimension, evenly spaced, each with a class");
    }
  }

  private UcrRow row(String text, RowPlace place) throws InvalidSeriesException {
    refuseIf(text.startsWith("("), "time stamps", place);
    String[] parts = RowPlace.split(text, ':');
    refuseIf(parts.length > 2, "several dimensions", place);
    String label = parts.length < 2 ? "" : ClassLabel.canonical(parts[1]);
    if (label.isEmpty()) {
      throw place.fault("has no class", "end the row with ':' and the class");
    }
    if (!labels.contains(label)) {
      throw place.fault(
          "has class '" + label + "', which is not among @classLabel " + String.join(" ", labels),
          "correct the row or the header");
    }
    return new UcrRow(label, place.values(RowPlace.split(parts[0], ','), 0));
  }
}
