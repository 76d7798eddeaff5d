package io.tsad.dashboard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is told of faults, which is in English wherever it comes from, in the languages of pages. A
 * file such as {@code faults_zh.txt} has a line for each: the English one, an arrow, the other.
 * <code>{}</code> stands for any text, which is put into the other in its order; {@code {2}} for
 * the second.
 */
public final class FaultWords {
  private static final String ARROW = " → ";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d?)}");

  private record Rule(Pattern says, String words) {}

  private final List<Rule> rules;

  /** Whether they are told as they are. */
  private final boolean english;

  private FaultWords(List<Rule> rules, boolean english) {
    this.rules = rules;
    this.english = english;
  }

  /** The words in {@code locale}. */
  static FaultWords load(Locale locale) {
    List<Rule> rules = new ArrayList<>();
    String file = "faults_" + locale.getLanguage() + ".txt";
    try (InputStream in = FaultWords.class.getResourceAsStream(file)) {
      if (in != null) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(ARROW))
            .forEach(line -> rules.add(rule(line)));
      }
      return new FaultWords(List.copyOf(rules), in == null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(String line) {
    int arrow = line.indexOf(ARROW);
    StringBuilder pattern = new StringBuilder();
    String says = line.substring(0, arrow);
    int end = 0;
    for (Matcher place = PLACE.matcher(says); place.find(); end = place.end()) {
      pattern.append(Pattern.quote(says.substring(end, place.start()))).append("(.*?)");
    }
    pattern.append(Pattern.quote(says.substring(end)));
    return new Rule(
        Pattern.compile(pattern.toString(), Pattern.DOTALL),
        line.substring(arrow + ARROW.length()));
  }

  /** {@code english} in the other language; null if it is not known there. */
  public @Nullable String of(String english) {
    if (this.english) {
      return english;
    }
    for (Rule rule : rules) {
      Matcher said = rule.says.matcher(english);
      if (said.matches()) {
        return fill(rule.words, said);
      }
    }
    return null;
  }

  private String fill(String words, Matcher said) {
    int[] next = {0};
    return PLACE
        .matcher(words)
        .replaceAll(
            place -> {
              String number = place.group(1);
              int group = number.isEmpty() ? ++next[0] : Integer.parseInt(number);
              String part = Objects.requireNonNullElse(said.group(group), "");
              return Matcher.quoteReplacement(Optional.ofNullable(part(part)).orElse(part));
            });
  }

  /** What fills a place may itself be known, as a reason within a sentence is; but no guess. */
  private @Nullable String part(String text) {
    return rules.stream()
        .filter(rule -> !rule.says.pattern().contains("(.*?)"))
        .filter(rule -> rule.says.matcher(text).matches())
        .map(Rule::words)
        .findFirst()
        .orElse(null);
  }
}
