package io.tsad.dashboard.problems;

import io.tsad.dashboard.curves.Usefulness;
import io.tsad.dashboard.fault.Cause;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.runtime.evaluation.Evaluation;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong at present, and since when. One thread calls {@link #look} every so often; any
 * thread may read {@link #all}.
 */
public final class Troubles {
  /** A disk with less room than this, and less than this share, is nearly full. */
  private static final long LEAST_BYTES = 1_000_000_000;

  private static final double LEAST_SHARE = 0.05;

  private final ModelShelf shelf;
  private final History history;
  private final Thresholds thresholds;
  private final Path data;
  private final InstantSource clock;
  private volatile Map<Trouble, Instant> known = Map.of();

  /**
   * @param data the folder of the history
   */
  public Troubles(
      ModelShelf shelf, History history, Thresholds thresholds, Path data, InstantSource clock) {
    this.shelf = shelf;
    this.history = history;
    this.thresholds = thresholds;
    this.data = data;
    this.clock = clock;
  }

  /** All of now, with the time each was first seen. */
  public Map<Trouble, Instant> all() {
    return known;
  }

  /** Looks again. */
  public void look() throws StoreException {
    Map<Trouble, Instant> found = new LinkedHashMap<>();
    for (Trouble trouble : find()) {
      found.put(trouble, known.getOrDefault(trouble, clock.instant()));
    }
    known = found;
  }

  private List<Trouble> find() throws StoreException {
    List<Trouble> found = new ArrayList<>();
    Shelf now = shelf.shelf();
    addServing(now, found);
    for (Shelf.Problem problem : now.problems()) {
      Trouble.Kind kind =
          problem.serving() ? Trouble.Kind.MODEL_OUTDATED : Trouble.Kind.MODEL_REFUSED;
      found.add(new Trouble(kind, problem.model(), problem.message()));
    }
    for (Model model : now.models()) {
      if (model.provider().fallback()) {
        found.add(new Trouble(Trouble.Kind.CPU_FALLBACK, model.name(), model.provider().reason()));
      }
      found.addAll(TrainingWarnings.of(model));
      int wrong = history.markedWrong(model.version());
      if (wrong > 0) {
        found.add(
            new Trouble(
                Trouble.Kind.MODEL_OLDER_THAN_ITS_DATA,
                model.name(),
                wrong + (wrong == 1 ? " verdict" : " verdicts") + " marked wrong"));
      }
    }
    addDisk(found);
    return found;
  }

  private void addServing(Shelf now, List<Trouble> found) throws StoreException {
    Optional<Shelf.Silence> silence = now.silence();
    if (silence.isPresent()) {
      found.add(silent(silence.get(), now.chosen()));
      return;
    }
    Model model = now.active().orElseThrow();
    Optional<Evaluation> evaluation = model.training().evaluation();
    if (evaluation.isPresent()) {
      Usefulness use = Usefulness.of(evaluation.get(), thresholds.of(model));
      if (use.isUseless()) {
        found.add(new Trouble(Trouble.Kind.MODEL_OF_NO_USE, model.name(), "It " + use.inWords()));
      }
    }
  }

  private static Trouble silent(Shelf.Silence silence, Shelf.@Nullable Chosen chosen) {
    String subject = chosen == null ? "models" : chosen.model();
    return switch (silence) {
      case NO_MODEL -> new Trouble(Trouble.Kind.NO_ACTIVE_MODEL, subject, "There is no model");
      case NOT_CHOSEN ->
          new Trouble(
              Trouble.Kind.NO_ACTIVE_MODEL,
              subject,
              "There are several models, and nobody has chosen one");
      case GONE ->
          new Trouble(Trouble.Kind.SERVING_MODEL_GONE, subject, "The folder of this model is gone");
      case REFUSED ->
          new Trouble(
              Trouble.Kind.SERVING_MODEL_GONE, subject, "The folder of this model is refused");
    };
  }

  private void addDisk(List<Trouble> found) {
    try {
      FileStore disk = Files.getFileStore(data);
      long free = disk.getUsableSpace();
      if (free < LEAST_BYTES && free < LEAST_SHARE * disk.getTotalSpace()) {
        found.add(
            new Trouble(
                Trouble.Kind.DISK_NEARLY_FULL,
                data.toString(),
                // Rounded, so that it is one trouble and not another each time.
                "Less than %d MB free".formatted((free / 100_000_000 + 1) * 100)));
      }
    } catch (IOException e) {
      found.add(
          new Trouble(
              Trouble.Kind.DISK_NEARLY_FULL,
              data.toString(),
              "Its room is unknown: " + Cause.of(e)));
    }
  }
}
