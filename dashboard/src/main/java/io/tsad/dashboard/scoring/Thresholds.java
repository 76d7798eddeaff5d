package io.tsad.dashboard.scoring;

import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.ThresholdChange;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.store.StoreException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds in force: a model's own, until somebody moves it. Another training of a model
 * starts from its own again.
 */
public final class Thresholds {
  private final History history;
  private final InstantSource clock;

  /** By the models' versions. */
  private final Map<String, Double> known = new ConcurrentHashMap<>();

  public Thresholds(History history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /** From which probability on {@code model}'s verdict is an anomaly, 0 to 1. */
  public double of(Model model) throws StoreException {
    Double value = known.get(model.version());
    if (value == null) {
      value =
          history
              .thresholdOf(model.version())
              .map(ThresholdChange::value)
              .orElse(model.card().threshold().value());
      // A change that was made meanwhile is newer than what was read.
      Double newer = known.putIfAbsent(model.version(), value);
      value = newer == null ? value : newer;
    }
    return value;
  }

  /**
   * Moves it for all verdicts from now on, and notes who did.
   *
   * @param value 0 to 1
   * @param operator who, or null where nobody has to say
   */
  public synchronized void change(Model model, double value, @Nullable String operator)
      throws StoreException {
    history.record(
        new ThresholdChange(
            clock.instant(), operator, model.name(), model.version(), of(model), value));
    known.put(model.version(), value);
  }
}
