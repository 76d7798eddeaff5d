package io.tsad.dashboard.pages;

import java.util.ArrayList;
import java.util.List;

/** Splits texts of a document where they quote code in backticks; the API's page knows it. */
public final class Prose {
  /**
   * A part of a text.
   *
   * @param code whether it stood in backticks
   */
  public record Part(String text, boolean code) {}

  /** The parts of {@code text}, those that are empty left out. */
  public List<Part> of(String text) {
    List<Part> parts = new ArrayList<>();
    String[] split = text.split("`", -1);
    for (int i = 0; i < split.length; i++) {
      if (!split[i].isEmpty()) {
        parts.add(new Part(split[i], i % 2 == 1));
      }
    }
    return parts;
  }
}
