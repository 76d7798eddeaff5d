package io.tsad.dashboard.problems;

import io.tsad.dashboard.history.History;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.store.StoreException;
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
  private final Path data;
  private final InstantSource clock;
  private volatile Map<Trouble, Instant> known = Map.of();

  /**
   * @param data the folder of the history
   */
  public Troubles(ModelShelf shelf, History history, Path data, InstantSource clock) {
    this.shelf = shelf;
    this.history = history;
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
    if (now.active().isEmpty()) {
      found.add(new Trouble(Trouble.Kind.NO_ACTIVE_MODEL, "models", ""));
    }
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
                "less than %d MB free".formatted((free / 100_000_000 + 1) * 100)));
      }
    } catch (IOException e) {
      found.add(new Trouble(Trouble.Kind.DISK_NEARLY_FULL, data.toString(), e.toString()));
    }
  }
}
