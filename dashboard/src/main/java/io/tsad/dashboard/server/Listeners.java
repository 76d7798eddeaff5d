package io.tsad.dashboard.server;

import io.tsad.dashboard.scoring.Scored;
import io.tsad.dashboard.scoring.ScoringListener;
import io.tsad.dashboard.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All who hear of what is scored. */
record Listeners(Metrics metrics, Optional<Webhook> webhook) implements ScoringListener {
  @Override
  public void scored(List<Scored> scored, Duration took) {
    metrics.scored(scored, took);
    webhook.ifPresent(hook -> scored.forEach(one -> hook.tell(one.entry())));
  }

  @Override
  public void overloaded() {
    metrics.overloaded();
  }
}
