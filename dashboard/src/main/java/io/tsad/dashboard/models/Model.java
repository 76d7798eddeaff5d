package io.tsad.dashboard.models;

import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.Provider;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.model.ModelCard;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that passed its self-test and serves. Its memory is freed once the shelf has withdrawn it
 * and the last {@link Lease} is closed.
 */
public final class Model {
  private final String name;
  private final Detector detector;
  private final ModelCard card;
  private final SelfTest selfTest;
  private final TrainingRecord training;

  /** The shelf, and every lease. */
  private final AtomicInteger users = new AtomicInteger(1);

  Model(String name, Detector detector, SelfTest selfTest, TrainingRecord training) {
    this.name = name;
    this.detector = detector;
    this.card = detector.card();
    this.selfTest = selfTest;
    this.training = training;
  }

  /** The right to score with a model until it is closed. */
  public static final class Lease implements AutoCloseable {
    private final Model model;

    private Lease(Model model) {
      this.model = model;
    }

    public Model model() {
      return model;
    }

    public Detector detector() {
      return model.detector;
    }

    /** Gives the right back; once. */
    @Override
    public void close() {
      model.leave();
    }
  }

  /** The name of its folder. */
  public String name() {
    return name;
  }

  /** Twelve hexadecimal digits that tell it from others. */
  public String version() {
    return detector.version();
  }

  public ModelCard card() {
    return card;
  }

  /** What it runs on, and why. */
  public Provider provider() {
    return detector.provider();
  }

  public SelfTest selfTest() {
    return selfTest;
  }

  /** What its training left. */
  public TrainingRecord training() {
    return training;
  }

  /** Takes the right to score with it; empty if its memory is freed already. */
  public Optional<Lease> lease() {
    int before = users.getAndUpdate(count -> count == 0 ? 0 : count + 1);
    return before == 0 ? Optional.empty() : Optional.of(new Lease(this));
  }

  /** Called once by the shelf, which from then on does not know it. */
  void withdraw() {
    leave();
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      detector.close();
    }
  }
}
