package io.tsad.dashboard.states;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The chooser of files offers all kinds that the server takes, and no others. */
final class ChooserCheck implements SceneCheck {
  @Override
  public List<String> faults(State state, Scene scene, List<Visit> seen) throws Exception {
    List<String> faults = new ArrayList<>();
    if (!state.serves()) {
      return faults;
    }
    Person person = scene.person(Locale.ENGLISH);
    for (Element form :
        person.open("/").page().orElseThrow().select("form:has(input[type=file])")) {
      String field = form.select("input[type=file]").attr("name");
      Set<String> offered = Set.of(form.select("input[type=file]").attr("accept").split(",", -1));
      List<String> taken = new ArrayList<>();
      for (Person.Attachment file : Uploads.good()) {
        Visit answer =
            person.post(
                URI.create(form.absUrl("action")),
                FormFields.asItStands(form).stream()
                    .filter(one -> !one.getKey().equals("values"))
                    .toList(),
                field,
                List.of(file),
                "");
        String ending = file.name().replaceFirst(".*(?=\\.)", "");
        boolean scored =
            answer.page().map(page -> !page.select("td .anomaly").isEmpty()).orElse(false);
        if (scored) {
          taken.add(ending);
        }
        if (scored && !offered.contains(ending)) {
          faults.add("/ takes " + ending + ", but the chooser does not offer it");
        }
      }
      offered.stream()
          .filter(ending -> ending.startsWith(".") && !taken.contains(ending))
          .forEach(ending -> faults.add("/ offers " + ending + ", but does not take it"));
    }
    return faults;
  }
}
