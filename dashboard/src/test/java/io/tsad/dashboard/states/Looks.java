package io.tsad.dashboard.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What was drawn by a browser. A page is drawn again if one of its blocks (a row, a form, a
 * section, with all that stands in it together) was on no page of its kind before, but for figures,
 * plain names, and where links lead to.
 */
final class Looks {
  private static final String BLOCK =
      "header, main, section, article, form, table, tr, ul, ol, li, dl, details, figure, nav, aside";

  /** Attributes that change what is to be seen, or what scripts do. */
  private static final Set<String> SEEN =
      Set.of("class", "type", "hidden", "disabled", "open", "style", "role", "lang", "rowspan");

  private final Set<String> blocks = new HashSet<>();
  private final Map<String, Set<String>> classes = new HashMap<>();

  /** Whether a page has something that was not drawn; from now on it was. */
  boolean add(Visit visit, Set<String> names) {
    String plain =
        names.stream()
            .filter(name -> name.matches("[\\w.-]{1,24}"))
            .sorted((a, b) -> b.length() - a.length())
            .collect(Collectors.joining("|"));
    Set<String> found = new HashSet<>();
    for (Element part : visit.page().orElseThrow().select("body > header, body > main")) {
      block(part, plain, found);
    }
    String kind = kind(visit);
    return found.stream().map(block -> blocks.add(kind + block)).reduce(false, Boolean::logicalOr);
  }

  /** Whether a page has elements of classes that pages of its kind had not, which axe looks at. */
  boolean isNewMake(Visit visit) {
    List<String> found = visit.page().orElseThrow().select("[class]").eachAttr("class");
    return classes.computeIfAbsent(kind(visit), kind -> new HashSet<>()).addAll(found);
  }

  /** The path without numbers and names of models. */
  private static String kind(Visit visit) {
    return Visit.kind(visit.address())
        .replaceFirst("\\?.*", "")
        .replaceFirst("^/models/(?!compare)[^/]+", "/models/*");
  }

  private static void block(Element block, String plain, Set<String> found) {
    StringBuilder own = new StringBuilder();
    Set<String> inner = new TreeSet<>();
    write(block, plain, own, inner, found);
    found.add(own.append(inner).toString());
  }

  private static void write(
      Element element, String plain, StringBuilder out, Set<String> inner, Set<String> found) {
    if (element.is("input[type=hidden]")) {
      return;
    }
    out.append('<').append(element.normalName());
    for (Attribute one : element.attributes()) {
      String key = one.getKey().toLowerCase(Locale.ROOT);
      if (SEEN.contains(key)) {
        out.append(' ').append(key).append('=').append(one.getValue());
      } else if (key.startsWith("data-")) {
        out.append(' ').append(key).append('=').append(figures(one.getValue()));
      }
    }
    out.append('>');
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text && !text.isBlank()) {
        String said = text.text().strip().replaceAll("\\b[0-9a-f]{12}\\b", "0");
        out.append((plain.isEmpty() ? said : said.replaceAll(plain, "·")).replaceAll("\\d+", "0"));
      } else if (child instanceof DataNode data) {
        out.append(figures(data.getWholeData()));
      } else if (child instanceof Element one && one.is(BLOCK)) {
        inner.add(one.normalName() + "." + one.className());
        block(one, plain, found);
      } else if (child instanceof Element one) {
        write(one, plain, out, inner, found);
      }
    }
  }

  /** Data of which it matters what they are, and not how many. */
  private static String figures(String data) {
    return data.replaceAll("[-+]?\\d[\\d.,:\\seE+-]*", "0");
  }
}
