package io.tsad.dashboard.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where there are accounts, who is not logged in comes to the login, whatever is asked for. */
final class OutsiderCheck implements SceneCheck {
  @Override
  public List<String> faults(State state, Scene scene, List<Visit> seen) throws Exception {
    List<String> faults = new ArrayList<>();
    if (scene.reader().isEmpty()) {
      return faults;
    }
    Person outsider = new Person(scene.server(), Locale.ENGLISH, scene.names());
    for (Visit visit : seen) {
      Visit answer = outsider.open(visit.address(), "");
      boolean open = visit.path().startsWith("/static/") || visit.path().startsWith("/webjars/");
      boolean refused = answer.status() == 401 || answer.address().getPath().equals("/login");
      if (!open && !refused) {
        faults.add(visit.path() + " is shown without a login");
      }
    }
    return faults;
  }
}
