package io.tsad.dashboard.states;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * While a model serves, the server is ready, and the form scores without a choice of a model. While
 * none does, it says that it is not ready, and the page says why.
 */
final class ServiceCheck implements SceneCheck {
  private static final String WORDS = "main .problems, main [role=alert]";

  @Override
  public List<String> faults(State state, Scene scene, List<Visit> seen) throws Exception {
    List<String> faults = new ArrayList<>();
    boolean ready = scene.server().get("/health/ready").status() == 200;
    if (ready != state.serves()) {
      faults.add("/health/ready says " + (ready ? "ready" : "not ready"));
    }
    Person person = scene.person(Locale.ENGLISH);
    Document page = person.open("/").page().orElseThrow();
    if (page.select("form[action=/login]").isEmpty()) {
      if (!state.serves() && page.select(WORDS).isEmpty()) {
        faults.add("/ does not say that no model serves");
      }
      for (Element form : page.select("form[enctype=multipart/form-data]")) {
        if (state.serves()) {
          score(person, form, faults);
        }
      }
    }
    return faults;
  }

  private static void score(Person person, Element form, List<String> faults) throws Exception {
    for (Element option : form.select("option[selected][disabled]")) {
      faults.add("/ has “" + option.text() + "” chosen as a model, though one serves");
    }
    List<Map.Entry<String, String>> fields = new ArrayList<>(FormFields.asItStands(form));
    fields.replaceAll(
        field -> field.getKey().equals("values") ? Map.entry("values", "1 2 3 4 5 6 7 9") : field);
    Visit answer = person.post(URI.create(form.absUrl("action")), fields, "", List.of(), "");
    boolean scored =
        answer.status() == 200
            && answer.page().map(page -> !page.select("td .anomaly").isEmpty()).orElse(false);
    if (!scored) {
      faults.add("/ does not score as it stands: it answers " + answer.status());
    }
  }
}
