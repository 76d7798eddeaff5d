package io.tsad.dashboard.models;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.Output;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.detect.session.Workload;
import io.tsad.runtime.model.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link Shelf} like its folder on disk: a folder that is new or has changed is opened once
 * it has looked the same in two looks, so that one being copied is left in peace; it serves after
 * its self-test. If it does not pass, the version opened before goes on serving, and a problem is
 * on the shelf. A folder that is gone is withdrawn.
 *
 * <p>One thread calls {@link #look} every so often; any thread may read {@link #shelf}.
 */
public final class ModelShelf implements AutoCloseable {
  private final ModelFolders folders;
  private final Device device;

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
   * @param active name of the active model, or empty for {@code current}, then the only one
   * @param device what models run on
   */
  public ModelShelf(Path root, String active, Device device) {
    this.folders = new ModelFolders(root, active);
    this.device = device;
  }

  /** What is on the shelf now. */
  public Shelf shelf() {
    return shelf;
  }

  /** Opens what is there, without waiting for a second look: for a start. */
  public synchronized void fill() {
    look();
    look();
  }

  /** Looks at the folder, and opens and withdraws as needed. */
  public synchronized void look() {
    Map<String, FolderStamp> now;
    List<Shelf.Problem> problems = new ArrayList<>();
    try {
      now = folders.stamps();
    } catch (IOException e) {
      // What is open goes on serving.
      problems.add(
          new Shelf.Problem(
              folders.root().toString(),
              "the models' folder cannot be listed (%s); check its permissions".formatted(e),
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
      return new Tried(stamp, before, folder + ": cannot be opened (" + e + ")");
    }
  }

  private Model open(String name, Path folder) throws TsadException {
    // One thread a pass: workers score side by side.
    SessionConfig config = new SessionConfig(device, Workload.MANY, 1, null);
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
          () -> Detector.open(folder, config.with(Output.RELEVANCE)));
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

  private void publish(List<Shelf.Problem> problems) {
    List<Model> models = new ArrayList<>();
    tried.forEach(
        (name, last) -> {
          if (last.model() != null) {
            models.add(last.model());
          }
          if (last.fault() != null) {
            problems.add(new Shelf.Problem(name, last.fault(), last.model() != null));
          }
        });
    shelf = new Shelf(models, problems, folders.chosen());
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
