package io.tsad.dashboard.models;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.Provider;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.NoRelevanceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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

  private final Opener opener;
  private final Object explaining = new Object();

  /** Null until somebody asks where evidence lies, and where the model cannot tell. */
  private @Nullable Detector explainer;

  private boolean cannotExplain;

  /** Opens the same model so that it tells where evidence lies. */
  interface Opener {
    Detector open() throws TsadException;
  }

  /** The shelf, and every lease. */
  private final AtomicInteger users = new AtomicInteger(1);

  Model(String name, Detector detector, SelfTest selfTest, TrainingRecord training, Opener opener) {
    this.name = name;
    this.detector = detector;
    this.card = detector.card();
    this.selfTest = selfTest;
    this.training = training;
    this.opener = opener;
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

    /**
     * A detector that says where evidence lies, if the model can tell. It is opened at the first
     * call, and slower than {@link #detector}.
     *
     * @throws TsadException if it cannot be opened, or the file is another model's by now
     */
    public Optional<Detector> explainer() throws TsadException {
      return model.explainer();
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

  /** What its training warned of, as its card has it: a line each, in English. */
  public List<String> warnings() {
    return card.provenance().get("warnings") instanceof List<?> list
        ? list.stream()
            .map(one -> one instanceof Map<?, ?> fields ? fields.get("text") : one)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .toList()
        : List.of();
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

  private Optional<Detector> explainer() throws TsadException {
    synchronized (explaining) {
      if (explainer == null && !cannotExplain) {
        try {
          explainer = openExplainer();
        } catch (NoRelevanceException e) {
          cannotExplain = true;
        }
      }
      return Optional.ofNullable(explainer);
    }
  }

  private Detector openExplainer() throws TsadException {
    Detector opened = opener.open();
    if (!opened.version().equals(version())) {
      opened.close();
      throw new InvalidModelException(
          name, "was just replaced by another training", "ask again in a few seconds");
    }
    return opened;
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      detector.close();
      synchronized (explaining) {
        if (explainer != null) {
          explainer.close();
        }
      }
    }
  }
}
