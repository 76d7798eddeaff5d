package io.tsad.dashboard.states;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What a browser would send of a form, and what else somebody could choose in it. */
final class FormFields {
  private FormFields() {}

  /** The form as it stands, in the order of its fields. */
  static List<Map.Entry<String, String>> asItStands(Element form) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (Element control : controls(form)) {
      String name = control.attr("name");
      switch (kind(control)) {
        case "select" -> chosen(control).forEach(value -> fields.add(Map.entry(name, value)));
        case "checkbox", "radio" -> {
          if (control.hasAttr("checked")) {
            fields.add(Map.entry(name, value(control)));
          }
        }
        case "file", "submit", "button", "reset", "image" -> {}
        case "textarea" -> fields.add(Map.entry(name, control.wholeText()));
        default -> fields.add(Map.entry(name, control.attr("value")));
      }
    }
    return fields;
  }

  /** The form with one thing chosen otherwise at a time, within what its controls allow. */
  static List<List<Map.Entry<String, String>>> variations(Element form) {
    List<Map.Entry<String, String>> base = asItStands(form);
    List<List<Map.Entry<String, String>>> all = new ArrayList<>();
    all.add(base);
    List<Map.Entry<String, String>> boxes = new ArrayList<>();
    for (Element control : controls(form)) {
      String name = control.attr("name");
      if (kind(control).equals("checkbox")) {
        boxes.add(Map.entry(name, value(control)));
        all.add(with(without(base, name), List.of(Map.entry(name, value(control)))));
      } else {
        for (String value : alternatives(control)) {
          all.add(with(without(base, name), List.of(Map.entry(name, value))));
        }
      }
    }
    if (boxes.size() > 1) {
      all.add(with(base, boxes));
    }
    return all.stream().distinct().toList();
  }

  private static List<String> alternatives(Element control) {
    return switch (kind(control)) {
      case "select" ->
          control.select("option:not([disabled])").stream().map(FormFields::value).toList();
      case "number", "range" ->
          Stream.of("min", "max").filter(control::hasAttr).map(control::attr).toList();
      case "date" -> List.of(LocalDate.now(java.time.ZoneOffset.UTC).toString(), "2001-02-03");
      case "search", "text" -> List.of("a b&c", "<b>");
      default -> List.of();
    };
  }

  private static List<Map.Entry<String, String>> without(
      List<Map.Entry<String, String>> fields, String name) {
    return fields.stream().filter(field -> !field.getKey().equals(name)).toList();
  }

  private static List<Map.Entry<String, String>> with(
      List<Map.Entry<String, String>> fields, List<Map.Entry<String, String>> more) {
    return Stream.concat(fields.stream(), more.stream()).toList();
  }

  private static List<String> chosen(Element select) {
    Element option = select.select("option[selected]").first();
    if (option == null) {
      option = select.select("option:not([disabled])").first();
    }
    // A browser sends nothing of an option that is disabled.
    return option == null || option.hasAttr("disabled") ? List.of() : List.of(value(option));
  }

  private static String value(Element control) {
    if (control.hasAttr("value")) {
      return control.attr("value");
    }
    return control.normalName().equals("option") ? control.text() : "on";
  }

  private static List<Element> controls(Element form) {
    return form.select("input[name], select[name], textarea[name]").stream()
        .filter(control -> !control.hasAttr("disabled"))
        .toList();
  }

  private static String kind(Element control) {
    if (!control.normalName().equals("input")) {
      return control.normalName();
    }
    return control.hasAttr("type") ? control.attr("type") : "text";
  }
}
