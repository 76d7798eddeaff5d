package io.tsad.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that makes a model doubtful, known since its training: data that prove nothing, or
 * results no better than chance. {@code docs/model-contract.md} lists the codes.
 *
 * @param code what kind it is; never changes its meaning
 * @param text one line in English, with the figures
 */
public record Warning(String code, String text) {
  private static final String CODE = "code";
  private static final String TEXT = "text";

  /** As in a card. */
  public Map<String, Object> toMap() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(CODE, code);
    fields.put(TEXT, text);
    return fields;
  }

  /** Those in a section of a card; whatever is no warning is passed over, as other fields are. */
  static List<Warning> in(Object section) {
    List<Warning> warnings = new ArrayList<>();
    if (section instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> fields
            && fields.get(CODE) instanceof String code
            && fields.get(TEXT) instanceof String text) {
          warnings.add(new Warning(code, text));
        }
      }
    }
    return warnings;
  }
}
