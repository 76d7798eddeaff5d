package io.tsad.dashboard.problems;

import io.tsad.dashboard.models.Model;
import io.tsad.runtime.model.Warning;
import java.util.Arrays;
import java.util.List;

/** What the training of a model warned of, as its card tells. */
final class TrainingWarnings {
  /** Of a code: the same, found on training series that were left out of the fit. */
  private static final String LEFT_OUT = "-left-out";

  private TrainingWarnings() {}

  static List<Trouble> of(Model model) {
    return model.card().warnings().stream()
        .map(warning -> new Trouble(kind(warning), model.name(), warning.text()))
        .toList();
  }

  private static Trouble.Kind kind(Warning warning) {
    String code = warning.code();
    String base =
        code.endsWith(LEFT_OUT) ? code.substring(0, code.length() - LEFT_OUT.length()) : code;
    return Arrays.stream(Trouble.Kind.values())
        .filter(kind -> kind.toString().equals("warned-" + base))
        .findFirst()
        .orElse(Trouble.Kind.WARNED);
  }
}
