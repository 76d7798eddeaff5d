package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.util.List;

/** What is linked is there, and is something. */
final class AnswerCheck implements PageCheck {
  @Override
  public List<String> faults(Visit visit) {
    if (visit.status() >= 400) {
      String said = visit.page().map(page -> page.select("main").text()).orElse(visit.body());
      return List.of("answers " + visit.status() + ": " + said);
    }
    // A download may have nothing to tell.
    boolean empty = visit.page().isPresent() && visit.body().isBlank();
    return empty || visit.type().isEmpty() ? List.of("is empty") : List.of();
  }
}
