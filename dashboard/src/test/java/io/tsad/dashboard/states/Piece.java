package io.tsad.dashboard.states;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * A piece of text that somebody reads, or hears.
 *
 * @param text as it is
 * @param plain the same with a dot for each name that people gave something
 * @param where the element it stands in, or whose attribute it is
 * @param attribute of which, or empty for text
 */
public record Piece(String text, String plain, Element where, String attribute) {
  private static final List<String> READ =
      List.of("aria-label", "title", "placeholder", "alt", "label");

  /** All of a page. */
  static List<Piece> of(Document page, Collection<String> names) {
    Pattern name =
        Pattern.compile(
            names.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<!\\p{IsLatin})(?:", ")(?!\\p{IsLatin})")));
    List<Piece> pieces = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            Element parent = text.parentElement();
            if (parent != null && !text.isBlank() && !parent.is("script, style")) {
              pieces.add(piece(text.text().strip(), name, parent, ""));
            }
          } else if (node instanceof Element element) {
            List<String> attributes = new ArrayList<>(READ);
            // A slider shows no value.
            if (element.is("input:not([type=hidden]):not([type=range])")) {
              attributes.add("value");
            }
            // What scripts will say.
            element.attributes().dataset().keySet().forEach(key -> attributes.add("data-" + key));
            for (String attribute : attributes) {
              if (!element.attr(attribute).isBlank()) {
                pieces.add(piece(element.attr(attribute).strip(), name, element, attribute));
              }
            }
          }
        },
        page);
    return pieces;
  }

  private static Piece piece(String text, Pattern names, Element where, String attribute) {
    return new Piece(text, names.matcher(text).replaceAll("·"), where, attribute);
  }

  /** Whether it stands within something that {@code selector} selects. */
  public boolean within(String selector) {
    return where.closest(selector) != null;
  }

  /** Whether it is what a script reads, and perhaps never shows. */
  public boolean isData() {
    return attribute.startsWith("data-");
  }

  @Override
  public String toString() {
    String place = where.normalName() + (where.id().isEmpty() ? "" : "#" + where.id());
    return "“" + text + "” in " + place + (attribute.isEmpty() ? "" : "[" + attribute + "]");
  }
}
