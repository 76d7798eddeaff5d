package io.tsad.trainer.backpropagation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long a fit has been going on, without the time between a kill and going on. */
final class Stopwatch implements Checkpoints.State {
  private final InstantSource clock;
  private Instant since;
  private double before;

  Stopwatch(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  double seconds() {
    return before + Duration.between(since, clock.instant()).toNanos() / 1e9;
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.number(seconds());
  }

  void load(StateInput in) throws IOException {
    before = in.number();
    since = clock.instant();
  }
}
