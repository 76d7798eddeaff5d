package io.tsad.dataset.inspect;

import io.tsad.dataset.folder.Alike;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.Quantiles;
import io.tsad.runtime.model.Warning;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An inspection for a person: at most 80 columns, unless file names are longer. */
public final class TextReport {
  private static final int WIDTH = 80;
  private static final int NAMES_SHOWN = 5;

  private final Inspection inspection;
  private final List<String> classes;
  private final StringBuilder text = new StringBuilder();

  public TextReport(Inspection inspection) {
    this.inspection = inspection;
    this.classes = inspection.files().classes();
  }

  /** The whole report, each line ended by a line feed. */
  public String render() {
    text.setLength(0);
    head();
    counts();
    inspection.splits().forEach(this::statistics);
    masks();
    findings();
    warnings();
    problems();
    return text.toString();
  }

  private void head() {
    line(inspection.files().root().toString());
    String names = "Classes: " + String.join(", ", classes) + "; ";
    wrapped(
        "",
        inspection.positive().isPresent()
            ? names + classes.get(inspection.positive().getAsInt()) + " is the positive one"
            : names + "training needs " + inspection.files().positiveOptions());
    line("");
  }

  private void counts() {
    int shown = inspection.positive().orElse(0);
    String format = "%-10s%15s%15s%10s%22s";
    row(
        format,
        "series",
        cut(classes.get(0)),
        cut(classes.get(1)),
        "total",
        "share of " + cut(classes.get(shown)));
    for (SplitReport split : inspection.splits()) {
      row(
          format,
          split.name(),
          ShortNumber.of(split.counts().get(0)),
          ShortNumber.of(split.counts().get(1)),
          ShortNumber.of(split.total()),
          ShortNumber.percent((double) split.counts().get(shown) / split.total()));
    }
  }

  private void statistics(SplitReport split) {
    InputContract statistics = split.statistics();
    if (statistics == null) {
      return;
    }
    line("");
    row("%-20s%12s%12s%12s%12s%12s", split.name(), "min", "5 %", "median", "95 %", "max");
    quantiles("length", statistics.length(), ShortNumber::of);
    quantiles("minimum", statistics.minimum(), ShortNumber::of);
    quantiles("maximum", statistics.maximum(), ShortNumber::of);
    quantiles("range", statistics.range(), ShortNumber::of);
    quantiles("unchanged steps", statistics.constantShare(), ShortNumber::percent);
    if (!split.magnitudes().isEmpty()) {
      wrapped(
          "",
          split.magnitudes().entrySet().stream()
              .map(entry -> "1e" + entry.getKey() + " (" + ShortNumber.of(entry.getValue()) + ")")
              .collect(
                  Collectors.joining(", ", "Series by their range's order of magnitude: ", "")));
    }
  }

  private void quantiles(String label, Quantiles q, DoubleFunction<String> shown) {
    row(
        "%-20s%12s%12s%12s%12s%12s",
        label,
        shown.apply(q.p0()),
        shown.apply(q.p5()),
        shown.apply(q.p50()),
        shown.apply(q.p95()),
        shown.apply(q.p100()));
  }

  private void masks() {
    for (SplitReport split : inspection.splits()) {
      for (int label = 0; label < classes.size(); label++) {
        MaskSummary mask = split.masks().get(label);
        if (mask.series() > 0) {
          line("");
          wrapped(
              "",
              "Masks for %s of %s series of %s/%s; on average they mark %s of the samples"
                  .formatted(
                      ShortNumber.of(mask.series()),
                      ShortNumber.of(split.counts().get(label)),
                      split.name(),
                      classes.get(label),
                      ShortNumber.percent(mask.meanShare())));
        }
      }
    }
  }

  private void findings() {
    for (SplitReport split : inspection.splits()) {
      named("Constant series in " + split.name(), split.constant());
    }
    same("Leak, same samples in train and val", Duplicate::acrossSplits);
    same("Contradiction, same samples in both classes", Duplicate::acrossClasses);
    same("Repetition, same samples again in one split and class", Duplicate::isRepetition);
    named("Ignored, no .npy file in a class folder", inspection.files().ignored());
  }

  private void warnings() {
    for (Warning warning : inspection.warnings()) {
      line("");
      wrapped("", "Warning (" + warning.code() + "): " + warning.text());
    }
  }

  private void same(String what, Predicate<Duplicate> which) {
    named(what, inspection.duplicates().stream().filter(which).map(TextReport::equation).toList());
  }

  private static String equation(Duplicate duplicate) {
    List<String> names = duplicate.names();
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(" = "));
    int left = names.size() - NAMES_SHOWN;
    return left > 0 ? shown + " and " + ShortNumber.of(left) + " more" : shown;
  }

  private void named(String heading, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    line("");
    wrapped("", heading + ": " + ShortNumber.of(names.size()));
    names.stream().limit(NAMES_SHOWN).forEach(name -> wrapped("  ", name));
    if (names.size() > NAMES_SHOWN) {
      line(
          "  and "
              + ShortNumber.of(names.size() - NAMES_SHOWN)
              + " more (--format json lists all)");
    }
  }

  private void problems() {
    line("");
    List<Problem> problems = inspection.problems();
    if (problems.isEmpty()) {
      line("Every file can be read.");
      return;
    }
    line(
        ShortNumber.of(problems.size())
            + (problems.size() == 1 ? " file" : " files")
            + " cannot be used:");
    for (Alike<Problem> alike : Alike.of(problems, Problem::said)) {
      for (Problem problem : alike.named()) {
        line("  " + problem.file());
        wrapped("    ", problem.said());
      }
      if (alike.more() > 0) {
        line("    and " + ShortNumber.of(alike.more()) + " more like it (--format json lists all)");
      }
    }
  }

  private void row(String format, Object... cells) {
    line(String.format(Locale.ROOT, format, cells));
  }

  private void wrapped(String indent, String words) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : words.split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(indent);
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    line(line.toString());
  }

  private void line(String line) {
    text.append(OneLine.of(line)).append('\n');
  }

  /** A class name that fits its column. */
  private static String cut(String name) {
    return name.length() <= 12 ? name : name.substring(0, 11) + "…";
  }
}
