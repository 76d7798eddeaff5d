package io.tsad.dashboard.models;

import io.tsad.dashboard.fault.Cause;
import io.tsad.dashboard.models.Shelf.By;
import io.tsad.dashboard.models.Shelf.Chosen;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.DetectorConfig;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.detect.Workload;
import io.tsad.runtime.model.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link Shelf} like its folder on disk: a folder that is new or has changed is opened once
 * it has looked the same in two looks, so that one being copied is left in peace; it serves after
 * its self-test. If it does not pass, the version opened before goes on serving, and a problem is
 * on the shelf. A folder that is gone is withdrawn.
 *
 * <p>Which of them scores where a request names none: the one that the setting names, or the link
 * {@code current}, or else the one that did so last, over restarts too, until somebody chooses
 * another. Only where none ever did, and there is only one, it is that one. If the chosen one is
 * gone or broken, none takes its place.
 *
 * <p>One thread calls {@link #look} every so often; any thread may read {@link #shelf}.
 */
public final class ModelShelf implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

  private final ModelFolders folders;
  private final Device device;
  private final ServingMemory memory;

  /** What the last look saw. */
  private Map<String, FolderStamp> seen = Map.of();

  /** What was opened, or refused, of each folder. */
  private final Map<String, Tried> tried = new TreeMap<>();

  private volatile Shelf shelf = new Shelf(List.of(), List.of(), null);

  /**
   * What came of a folder.
   *
   * @param stamp how it looked then
   * @param model what serves, or null
   * @param fault why it does not serve as it is, or null
   */
  private record Tried(FolderStamp stamp, @Nullable Model model, @Nullable String fault) {}

  /**
   * @param root the folder that holds one folder a model
   * @param configured name of the model that is to serve, or empty
   * @param device what models run on
   */
  public ModelShelf(Path root, String configured, Device device, ServingMemory memory) {
    this.folders = new ModelFolders(root, configured);
    this.device = device;
    this.memory = memory;
  }

  /** What is on the shelf now. */
  public Shelf shelf() {
    return shelf;
  }

  /** Opens what is there, without waiting for a second look: for a start. */
  public synchronized void fill() throws TsadException {
    look();
    look();
  }

  /**
   * Lets another model serve, from now on.
   *
   * @param operator who says so, or null where nobody has to say
   * @return false if the setting or the link chooses, so that nobody else can
   */
  public synchronized boolean choose(Model model, @Nullable String operator) throws TsadException {
    if (folders.chosen() != null) {
      return false;
    }
    memory.note(new Chosen(model.name(), By.PERSON), operator);
    publish(List.of());
    return true;
  }

  /** Looks at the folder, and opens and withdraws as needed. */
  public synchronized void look() throws TsadException {
    Map<String, FolderStamp> now;
    List<Shelf.Problem> problems = new ArrayList<>();
    try {
      now = folders.stamps();
    } catch (IOException e) {
      // What is open goes on serving.
      problems.add(
          new Shelf.Problem(
              folders.root().toString(),
              "the models' folder cannot be listed (%s); check its permissions"
                  .formatted(Cause.of(e)),
              !tried.isEmpty()));
      publish(problems);
      return;
    }
    Map<String, FolderStamp> before = seen;
    seen = now;
    now.forEach(
        (name, stamp) -> {
          Tried last = tried.get(name);
          if (stamp.equals(before.get(name)) && (last == null || !last.stamp().equals(stamp))) {
            tried.put(name, open(name, stamp, last));
          }
        });
    withdrawAllBut(now, before);
    publish(problems);
  }

  private Tried open(String name, FolderStamp stamp, @Nullable Tried last) {
    Model before = last == null ? null : last.model();
    Path folder = folders.folder(name);
    try {
      Model model = open(name, folder);
      if (before != null) {
        before.withdraw();
      }
      return new Tried(stamp, model, null);
    } catch (TsadException e) {
      return new Tried(stamp, before, e.getMessage());
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("{} cannot be opened", folder, e);
      return new Tried(
          stamp,
          before,
          folder + ": cannot be opened (" + Cause.of(e) + "); export it again, or see the log");
    }
  }

  private Model open(String name, Path folder) throws TsadException {
    // One thread a pass: workers score side by side.
    DetectorConfig config = new DetectorConfig(device, Workload.MANY, 1, null);
    Detector detector = Detector.open(folder, config);
    try {
      SelfTest test = SelfTest.of(detector);
      if (test.outcome() == SelfTest.Outcome.FAILED) {
        throw new InvalidModelException(
            folder.toString(), "fails its self-test: " + test.inWords(), "export it again");
      }
      return new Model(
          name,
          detector,
          test,
          TrainingRecord.read(folder),
          () -> Detector.open(folder, config.withRelevance()));
    } catch (TsadException | RuntimeException | Error e) {
      detector.close();
      throw e;
    }
  }

  /** Gone means: not there in two looks. */
  private void withdrawAllBut(Map<String, FolderStamp> now, Map<String, FolderStamp> before) {
    tried
        .entrySet()
        .removeIf(
            entry -> {
              String name = entry.getKey();
              boolean gone = !now.containsKey(name) && !before.containsKey(name);
              Model model = entry.getValue().model();
              if (gone && model != null) {
                model.withdraw();
              }
              return gone;
            });
  }

  /**
   * @param more problems beside those of single folders
   */
  private void publish(List<Shelf.Problem> more) throws TsadException {
    List<Model> models = new ArrayList<>();
    List<Shelf.Problem> problems = new ArrayList<>(more);
    tried.forEach(
        (name, last) -> {
          if (last.model() != null) {
            models.add(last.model());
          }
          if (last.fault() != null) {
            problems.add(new Shelf.Problem(name, last.fault(), last.model() != null));
          }
        });
    Optional<Chosen> before = memory.last();
    Chosen chosen = folders.chosen();
    if (chosen == null) {
      chosen = before.orElse(null);
    }
    if (chosen == null && models.size() == 1) {
      chosen = new Chosen(models.get(0).name(), By.ONLY);
    }
    shelf = new Shelf(models, problems, chosen);
    if (shelf.active().isPresent()
        && chosen != null
        && !before.map(Chosen::model).equals(Optional.of(chosen.model()))) {
      memory.note(chosen, null);
    }
  }

  /** Withdraws all; each is closed when the last scoring with it ends. */
  @Override
  public synchronized void close() {
    List<Model> all = shelf.models();
    tried.clear();
    shelf = new Shelf(List.of(), List.of(), null);
    all.forEach(Model::withdraw);
  }
}
