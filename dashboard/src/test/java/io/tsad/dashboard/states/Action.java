package io.tsad.dashboard.states;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A button of a POST form, and what is filled in before it is pressed.
 *
 * @param kind what tells it from others: where its form leads, without names and numbers, what the
 *     button says to the server, and the filling
 * @param page address of the page it is on
 */
record Action(String kind, URI page, Filling filling) {
  /** What somebody does before pressing a button. */
  enum Filling {
    /** Nothing: the form is sent as it stands. */
    NONE,
    /** Chooses files of all kinds. */
    FILES,
    /** Types numbers into the text area. */
    TEXT
  }

  /** Whether who does it is somebody else afterwards: logged out, or a reader of that language. */
  boolean changesWhoDoesIt() {
    return kind.startsWith("/logout") || kind.startsWith("/language");
  }

  /** The language of what comes then. */
  private Locale language(Person person) {
    return kind.startsWith("/language ")
        ? Locale.forLanguageTag(kind.replaceFirst(".*=", ""))
        : person.language();
  }

  /** All that can be pressed on these pages, one of a kind. */
  static Map<String, Action> on(List<Visit> visits, Set<String> names) {
    Map<String, Action> found = new LinkedHashMap<>();
    for (Visit visit : visits) {
      for (Element form : forms(visit)) {
        for (Element button : buttons(form)) {
          for (Filling filling : fillings(form, button)) {
            String kind = kind(form, button, filling, names);
            found.putIfAbsent(kind, new Action(kind, visit.address(), filling));
          }
        }
      }
    }
    return found;
  }

  /** Opens the page, fills in the form and presses the button. */
  Optional<Visit> perform(Person person, Set<String> names)
      throws IOException, InterruptedException {
    Visit visit = person.open(page, "");
    for (Element form : forms(visit)) {
      for (Element button : buttons(form)) {
        if (kind(form, button, filling, names).equals(kind)) {
          return Optional.of(press(person, form, button).in(language(person)));
        }
      }
    }
    return Optional.empty(); // what was done before took it away
  }

  private Visit press(Person person, Element form, Element button)
      throws IOException, InterruptedException {
    List<Map.Entry<String, String>> fields = new ArrayList<>(FormFields.asItStands(form));
    if (button.hasAttr("name")) {
      fields.add(Map.entry(button.attr("name"), button.attr("value")));
    }
    if (filling == Filling.TEXT) {
      String name = form.select("textarea").attr("name");
      fields.replaceAll(
          field -> field.getKey().equals(name) ? Map.entry(name, "1 2 3 4 5 6 7 9") : field);
    }
    URI to = URI.create(form.absUrl("action"));
    if (!form.attr("enctype").equals("multipart/form-data")) {
      return person.post(to, fields, kind);
    }
    List<Person.Attachment> files =
        filling == Filling.FILES
            ? Stream.concat(Uploads.good().stream(), Uploads.odd().stream()).toList()
            : List.of();
    return person.post(to, fields, form.select("input[type=file]").attr("name"), files, kind);
  }

  private static List<Element> forms(Visit visit) {
    return visit
        .page()
        .map(page -> List.copyOf(page.select("form[method=post]")))
        .orElse(List.of());
  }

  private static List<Element> buttons(Element form) {
    return form.select("button:not([type=button]):not([disabled]), input[type=submit]");
  }

  private static List<Filling> fillings(Element form, Element button) {
    if (form.select("input[type=file]").isEmpty() || button.hasAttr("name")) {
      return List.of(Filling.NONE);
    }
    return form.select("textarea").isEmpty()
        ? List.of(Filling.FILES)
        : List.of(Filling.FILES, Filling.TEXT);
  }

  private static String kind(Element form, Element button, Filling filling, Set<String> names) {
    String path = Visit.kind(URI.create(form.absUrl("action")));
    for (String name : names) {
      path = path.replace("/" + Scene.encoded(name) + "/", "/*/");
    }
    String said =
        button.hasAttr("name") ? " " + button.attr("name") + "=" + button.attr("value") : "";
    return path + said + (filling == Filling.NONE ? "" : " with " + filling);
  }
}
