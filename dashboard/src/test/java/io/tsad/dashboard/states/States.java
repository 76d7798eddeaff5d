package io.tsad.dashboard.states;

import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.history.ScoredSeries;
import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.detect.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The states that a server is looked at in. */
final class States {
  private static final String LONG =
      "a-name-of-a-model-that-somebody-made-of-all-its-parameters-"
          + "and-the-date-and-the-site-2026-11-27";

  static final List<State> ALL =
      List.of(
          State.of("no model", Scene::start).outOfService(),
          State.of("no folder of models", States::withoutFolder).outOfService(),
          State.of("one model, and nothing scored", scene -> one(scene).start()),
          State.of("verdicts that nobody marked", States::scored),
          State.of("a verdict marked right", scene -> scored(scene).mark(1, "right")),
          State.of("a verdict marked wrong", scene -> scored(scene).mark(2, "wrong")),
          State.of("a mark taken back", scene -> scored(scene).mark(1, "wrong").takeBack(1)),
          State.of("all is pressed with one model", States::scored).pressingEverything(),
          State.of("a verdict of a model that is gone", States::gone).outOfService(),
          State.of("a verdict of a version that is gone", States::retrained),
          State.of("two models, one chosen", States::two).pressingEverything(),
          State.of("several models, and none chosen", States::several).outOfService(),
          State.of("the model that serves is gone, another is not", States::left).outOfService(),
          State.of("a second model appears while one serves", States::second),
          State.of("a second model appeared, and a restart", scene -> second(scene).restart()),
          State.of("a broken folder beside a model", States::brokenBeside),
          State.of("a broken folder alone", States::brokenAlone).outOfService(),
          State.of("a model that gives other figures", States::failing).outOfService(),
          State.of("a model being replaced", States::replaced),
          State.of("a model no better than chance", States::useless),
          State.of("a model without relevance", scene -> of(scene, Models::withoutRelevance)),
          State.of("a model without a validation", scene -> of(scene, Models::bare)),
          State.of("a card as tsad-train writes it", scene -> of(scene, Models::described)),
          State.of("a card with odd fields", scene -> of(scene, Models::odd)),
          State.of("names that need escaping", States::escaped),
          State.of("series with flags", States::flagged),
          State.of("series of odd sizes", States::sizes),
          State.of("series that were not kept", States::notKept),
          State.of("a kept series that was lost", States::lost),
          State.of("a long history", States::longHistory),
          State.of(
              "a threshold saved", scene -> scored(scene).threshold("tiny-a", 0.123456789012345)),
          State.of("an operator logged in", scene -> accounts(scene).seenBy("ole"))
              .pressingEverything(),
          State.of("a viewer logged in", scene -> accounts(scene).seenBy("eva"))
              .pressingEverything(),
          State.of("accounts, and nobody logged in", States::accounts));

  private States() {}

  private interface Folder {
    void write(Path folder) throws Exception;
  }

  private static Scene one(Scene scene) throws Exception {
    Models.good(scene.model("tiny-a"));
    return scene;
  }

  private static Scene verdicts(Scene scene) throws Exception {
    return scene
        .score("pump-17.npy", Scene.around(2))
        .score("pump-18.npy", Scene.around(-2))
        .score("pump-19.npy", Scene.around(0.5));
  }

  private static Scene scored(Scene scene) throws Exception {
    return verdicts(one(scene).start());
  }

  private static Scene of(Scene scene, Folder folder) throws Exception {
    folder.write(scene.model("tiny-a"));
    return verdicts(scene.start());
  }

  private static Scene withoutFolder(Scene scene) throws Exception {
    Files.delete(scene.home().resolve("models"));
    return scene.start();
  }

  private static Scene gone(Scene scene) throws Exception {
    return scored(scene).mark(1, "wrong").withdraw("tiny-a");
  }

  private static Scene retrained(Scene scene) throws Exception {
    scored(scene).mark(1, "wrong");
    Models.other(scene.model("tiny-a"));
    return scene.look();
  }

  private static Scene two(Scene scene) throws Exception {
    Models.other(scene.model("tiny-b"));
    one(scene).setting(Setting.MODEL, "tiny-a").start();
    return verdicts(scene).score("tiny-b", "pump-19.npy", Scene.around(0.5));
  }

  private static Scene several(Scene scene) throws Exception {
    Models.other(scene.model("tiny-b"));
    return one(scene).start();
  }

  private static Scene left(Scene scene) throws Exception {
    return second(scene).withdraw("tiny-a");
  }

  private static Scene second(Scene scene) throws Exception {
    scored(scene);
    Models.other(scene.model("tiny-b"));
    return scene.look();
  }

  private static Scene brokenBeside(Scene scene) throws Exception {
    scored(scene);
    Models.broken(scene.model("half"));
    return scene.look();
  }

  private static Scene brokenAlone(Scene scene) throws Exception {
    Models.broken(scene.model("half"));
    return scene.start();
  }

  private static Scene failing(Scene scene) throws Exception {
    Models.failing(scene.model("amiss"));
    return scene.start();
  }

  private static Scene replaced(Scene scene) throws Exception {
    scored(scene);
    Models.broken(scene.model("tiny-a"));
    return scene.look();
  }

  private static Scene useless(Scene scene) throws Exception {
    Models.useless(scene.model("tiny-b"));
    one(scene).setting(Setting.MODEL, "tiny-b").start();
    return verdicts(scene);
  }

  private static Scene escaped(Scene scene) throws Exception {
    for (String name : List.of("a b&c", "mö", "<b>", "50%+1", LONG)) {
      Models.good(scene.model(name));
    }
    scene.setting(Setting.MODEL, "a b&c").start();
    return scene
        .score("mö", "a b&c.npy", Scene.around(2))
        .score("<b>", "<b>\"'.npy", Scene.around(2))
        .score("50%+1", "mö 50%+1.npy", Scene.around(-2))
        .score(LONG, LONG + ".npy", Scene.around(-2))
        .score("a b&c", "word".repeat(30), Scene.around(2))
        .mark(1, "wrong")
        .mark(2, "right");
  }

  private static Scene flagged(Scene scene) throws Exception {
    Models.odd(scene.model("tiny-a"));
    return scene
        .start()
        .score("flat.npy", 1, 1, 1, 1, 1, 1, 1, 1)
        .score("long.npy", DoubleStream.iterate(0, x -> x + 0.1).limit(20).toArray())
        .score("short.npy", 1, 2, 1)
        .score("far.npy", DoubleStream.of(Scene.around(1)).map(x -> 1e6 * x).toArray())
        .score("all.npy", DoubleStream.generate(() -> 1e9).limit(30).toArray());
  }

  private static Scene sizes(Scene scene) throws Exception {
    return one(scene)
        .start()
        .score(
            "wave.npy",
            DoubleStream.iterate(0, x -> x + 0.02).limit(20_000).map(Math::sin).toArray())
        .score("huge.npy", DoubleStream.of(Scene.around(1)).map(x -> 1.23456789e30 * x).toArray())
        .score("faint.npy", DoubleStream.of(Scene.around(1)).map(x -> 1.23456789e-30 * x).toArray())
        .score("third.npy", DoubleStream.of(Scene.around(1)).map(x -> x / 3).toArray());
  }

  private static Scene notKept(Scene scene) throws Exception {
    return scored(scene.setting(Setting.KEEP_SERIES, "none")).mark(1, "wrong");
  }

  private static Scene lost(Scene scene) throws Exception {
    scored(scene);
    try (var files = Files.walk(scene.home().resolve("data/series"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    return scene;
  }

  private static Scene longHistory(Scene scene) throws Exception {
    List<ScoredSeries> past = new ArrayList<>();
    Instant now = Instant.now();
    for (int i = 0; i < 120; i++) {
      past.add(
          new ScoredSeries(
              now.minus(Duration.ofHours(9L * (120 - i))),
              i % 3 == 0 ? Origin.PAGE : Origin.API,
              i % 4 == 0 ? scene.named("ole") : null,
              "sensor-of-the-third-pump-in-the-basement-%03d.npy".formatted(i),
              8,
              null,
              i % 5 == 0 ? Verdict.ANOMALY : Verdict.NORMAL,
              i % 5 == 0 ? 0.9f : 0.1f,
              0.6,
              i % 2 == 0 ? "tiny-a" : "tiny-old",
              i % 2 == 0 ? "0123456789ab" : "ba9876543210",
              i % 7 == 0 ? Set.of(Flag.values()) : Set.of()));
    }
    return verdicts(one(scene).past(past).start()).mark(5, "wrong").mark(6, "right");
  }

  private static Scene accounts(Scene scene) throws Exception {
    scene.account("ole", Role.OPERATOR).account("eva", Role.VIEWER);
    return scored(scene).mark(1, "wrong").threshold("tiny-a", 0.55);
  }
}
