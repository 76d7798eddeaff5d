package io.tsad.dashboard.pages;

import io.tsad.runtime.model.ModelCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a model's card tells of its origin, as names and values to read. */
final class CardFacts {
  /** Where a word begins in a name such as {@code penaltyChosenBy}. */
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z][a-z])");

  /** The section of what says one thing only. */
  private static final String SINGLE = "other";

  /** Sections that have a place of their own on the page. */
  private static final List<String> ELSEWHERE = List.of("validation", "warnings");

  private final ShortNumber brief = new ShortNumber();
  private final Map<String, String> facts = new LinkedHashMap<>();

  /**
   * A section of the card.
   *
   * @param name as the card has it
   * @param facts values by their names
   */
  public record Section(String name, Map<String, String> facts) {}

  private CardFacts() {}

  /** By sections; of what a section nests, {@code parameters} goes without saying. */
  static List<Section> of(ModelCard card) {
    List<Section> sections = new ArrayList<>();
    CardFacts single = new CardFacts();
    card.provenance()
        .forEach(
            (name, section) -> {
              if (ELSEWHERE.contains(name)) {
                return;
              }
              if (section instanceof Map<?, ?> || section instanceof List<?>) {
                CardFacts facts = new CardFacts();
                facts.add("", section);
                if (!facts.facts.isEmpty()) {
                  sections.add(new Section(name, facts.facts));
                }
              } else {
                single.add(words(name), section);
              }
            });
    if (!single.facts.isEmpty()) {
      sections.add(new Section(SINGLE, single.facts));
    }
    return sections;
  }

  private void add(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) ->
              add(under(name, String.valueOf(key)), Objects.requireNonNullElse(item, "–")));
    } else if (value instanceof List<?> list
        && list.stream().anyMatch(item -> item instanceof Map<?, ?> || item instanceof List<?>)) {
      for (int i = 0; i < list.size(); i++) {
        add((name + " " + (i + 1)).strip(), Objects.requireNonNullElse(list.get(i), "–"));
      }
    } else if (value instanceof List<?> list) {
      facts.put(
          name, list.isEmpty() ? "–" : String.join(", ", list.stream().map(this::text).toList()));
    } else {
      facts.put(name, text(value));
    }
  }

  private static String under(String name, String key) {
    return name.isEmpty() || name.equals("parameters") ? words(key) : name + " " + words(key);
  }

  private static String words(String name) {
    return HUMP.splitAsStream(name)
        .map(word -> word.equals(name) ? word : lower(word))
        .reduce((a, b) -> a + " " + b)
        .orElse(name);
  }

  private static String lower(String word) {
    return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private String text(Object value) {
    return value instanceof Double || value instanceof Float
        ? brief.of(((Number) value).doubleValue())
        : String.valueOf(value);
  }
}
