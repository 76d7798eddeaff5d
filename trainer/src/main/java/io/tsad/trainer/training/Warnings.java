package io.tsad.trainer.training;

import io.tsad.runtime.model.Warning;
import io.tsad.trainer.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** What a training warns of, said as soon as it is known, and kept for the card. */
final class Warnings {
  private final Progress progress;
  private final List<Warning> all = new ArrayList<>();

  Warnings(Progress progress) {
    this.progress = progress;
  }

  void add(List<Warning> more) {
    more.forEach(warning -> progress.line("tsad-train: warning: " + warning.text()));
    all.addAll(more);
  }

  List<Warning> all() {
    return List.copyOf(all);
  }
}
