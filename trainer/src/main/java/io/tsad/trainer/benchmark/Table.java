package io.tsad.trainer.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Trials beside published accuracies, in Markdown. */
public final class Table {
  private final List<Trial> trials;
  private final Published published;
  private final List<String> sets;
  private final List<String> architectures;

  public Table(List<Trial> trials, Published published) {
    this.trials = List.copyOf(trials);
    this.published = published;
    this.sets = trials.stream().map(Trial::set).distinct().sorted().toList();
    this.architectures = trials.stream().map(Trial::architecture).distinct().toList();
  }

  /**
   * Two tables: accuracies by set, each the mean over the seeds, with a last row of means over the
   * sets that every column has; and what each architecture took.
   */
  public String text() {
    List<String> header = new ArrayList<>(List.of("set", "train", "test", "length"));
    header.addAll(architectures);
    published.methods().forEach(method -> header.add(method + ", published"));
    StringBuilder text = new StringBuilder(row(header)).append(row(rule(header.size())));
    for (String set : sets) {
      Trial one =
          trials.stream().filter(trial -> trial.set().equals(set)).findFirst().orElseThrow();
      List<String> cells = new ArrayList<>();
      cells.add(set);
      cells.add(Integer.toString(one.train()));
      cells.add(Integer.toString(one.val()));
      cells.add(Integer.toString(one.length()));
      columns().forEach(column -> cells.add(share(column.apply(set))));
      text.append(row(cells));
    }
    List<String> common =
        sets.stream()
            .filter(set -> columns().stream().allMatch(column -> column.apply(set).isPresent()))
            .toList();
    List<String> means = new ArrayList<>(List.of("mean of " + common.size(), "", "", ""));
    columns()
        .forEach(
            column ->
                means.add(
                    share(
                        common.stream()
                            .mapToDouble(set -> column.apply(set).orElseThrow())
                            .average())));
    return text.append(row(means)).append('\n').append(costs()).toString();
  }

  private String costs() {
    List<String> header =
        List.of(
            "architecture",
            "trials",
            "accuracy",
            "AUC",
            "calibration error",
            "seconds to fit",
            "slowest",
            "file, MB");
    StringBuilder text = new StringBuilder(row(header)).append(row(rule(header.size())));
    for (String architecture : architectures) {
      List<Trial> own =
          trials.stream().filter(trial -> trial.architecture().equals(architecture)).toList();
      text.append(
          row(
              List.of(
                  architecture,
                  Integer.toString(own.size()),
                  share(mean(own, Trial::accuracy)),
                  share(mean(own, Trial::auc)),
                  share(mean(own, Trial::calibrationError)),
                  format("%.1f", mean(own, Trial::seconds).orElse(0)),
                  format("%.1f", own.stream().mapToDouble(Trial::seconds).max().orElse(0)),
                  format("%.1f", mean(own, trial -> trial.bytes() / 1e6).orElse(0)))));
    }
    return text.toString();
  }

  /** Every architecture's, then every published method's. */
  private List<Function<String, OptionalDouble>> columns() {
    List<Function<String, OptionalDouble>> columns = new ArrayList<>();
    architectures.forEach(
        architecture ->
            columns.add(
                set ->
                    mean(
                        trials.stream()
                            .filter(one -> one.set().equals(set))
                            .filter(one -> one.architecture().equals(architecture))
                            .toList(),
                        Trial::accuracy)));
    published.methods().forEach(method -> columns.add(set -> published.accuracy(set, method)));
    return columns;
  }

  private static OptionalDouble mean(List<Trial> trials, ToDoubleFunction<Trial> value) {
    return trials.stream().mapToDouble(value).average();
  }

  private static String share(OptionalDouble value) {
    return value.isPresent() ? format("%.4f", value.getAsDouble()) : "";
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static List<String> rule(int columns) {
    return Collections.nCopies(columns, "---");
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
