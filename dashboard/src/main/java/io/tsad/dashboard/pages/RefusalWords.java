package io.tsad.dashboard.pages;

import io.tsad.runtime.series.InvalidSeriesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a series is refused, as pages say it: in the visitor's language, and without the options of a
 * command that nobody runs here. What the runtime says is found in {@code refusals.txt}; what is
 * not there is told as it is, its fault alone.
 */
public final class RefusalWords {
  /** What stands for something to name again, or for anything, in what the runtime says. */
  private static final Pattern OPEN = Pattern.compile("\\{}|\\*");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private record Rule(Pattern says, Map<String, String> words) {}

  private final List<Rule> rules;

  private RefusalWords(List<Rule> rules) {
    this.rules = rules;
  }

  /** The words of this version. */
  public static RefusalWords load() {
    try (InputStream in = RefusalWords.class.getResourceAsStream("refusals.txt")) {
      String text =
          new String(
              Objects.requireNonNull(in, "refusals.txt").readAllBytes(), StandardCharsets.UTF_8);
      return new RefusalWords(
          Stream.of(text.strip().split("\n\n", -1))
              .map(block -> block.strip().split("\n", -1))
              .filter(lines -> !lines[0].startsWith("#"))
              .map(lines -> new Rule(pattern(lines[0]), Map.of("en", lines[1], "zh", lines[2])))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern pattern(String says) {
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (Matcher open = OPEN.matcher(says); open.find(); end = open.end()) {
      pattern.append(Pattern.quote(says.substring(end, open.start())));
      pattern.append(open.group().equals("*") ? ".*" : "(.+?)");
    }
    pattern.append(Pattern.quote(says.substring(end)));
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  /** Why, as a sentence that the series' name begins in English. */
  public String of(InvalidSeriesException refused, Locale locale) {
    String said = refused.fault() + "; " + refused.remedy();
    for (Rule rule : rules) {
      Matcher fits = rule.says.matcher(said);
      String words = rule.words.get(locale.getLanguage());
      if (words != null && fits.matches()) {
        return PLACE
            .matcher(words)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(fits.group(Integer.parseInt(place.group(1)) + 1)));
      }
    }
    return refused.fault() + ".";
  }
}
