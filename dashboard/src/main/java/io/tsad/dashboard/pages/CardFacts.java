package io.tsad.dashboard.pages;

import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.ModelCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a model's card tells of its origin, as names and values to read. */
final class CardFacts {
  private CardFacts() {}

  /** By sections of the card; of what a section nests, {@code parameters} goes without saying. */
  static Map<String, Map<String, String>> of(ModelCard card) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    card.provenance()
        .forEach(
            (name, section) -> {
              // These have places of their own: validation on the page, warnings among the
              // problems.
              if (!name.equals("validation") && !name.equals(Contract.WARNINGS)) {
                Map<String, String> facts = new LinkedHashMap<>();
                add("", section, facts);
                sections.put(name, facts);
              }
            });
    return sections;
  }

  private static void add(String name, Object value, Map<String, String> facts) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) ->
              add(
                  name.isEmpty() || name.equals("parameters")
                      ? String.valueOf(key)
                      : name + " " + key,
                  Objects.requireNonNullElse(item, "–"),
                  facts));
    } else if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      list.forEach(item -> items.add(String.valueOf(item)));
      facts.put(name, String.join(", ", items));
    } else {
      facts.put(name, String.valueOf(value));
    }
  }
}
