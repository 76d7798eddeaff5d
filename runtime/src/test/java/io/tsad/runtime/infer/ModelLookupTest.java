package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.series.NpyWriter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLookupTest {
  @TempDir Path folder;
  private Path models = Path.of("");

  @BeforeEach
  void makeModels() throws Exception {
    models = Files.createDirectory(folder.resolve("models"));
    Files.writeString(models.resolve("README.md"), "Models go here.");
    Files.createDirectory(models.resolve("no-model"));
  }

  private Path model(String name) throws Exception {
    TinyModel.write(models.resolve(name).resolve("model.onnx"), TinyModel.card(1));
    return models.resolve(name);
  }

  private Run infer(@Nullable Path named, List<Path> folders, String... options) throws Exception {
    Path series = folder.resolve("a.npy");
    NpyWriter.write(series, new double[] {1});
    String[] args = new String[options.length + 3];
    System.arraycopy(options, 0, args, 0, options.length);
    args[options.length] = "--device=cpu";
    args[options.length + 1] = "--format=json";
    args[options.length + 2] = series.toString();
    return Run.of(
        InputStream.nullInputStream(),
        new ModelFinder(named == null ? null : named.toString(), folders),
        args);
  }

  /** The name of the model that scored. */
  private static @Nullable Object used(Run run) throws Exception {
    assertEquals(0, run.code(), run.err().toString());
    return JSON.std.mapFrom(run.out().get(0)).get("model");
  }

  @Test
  void theOptionComesBeforeTheEnvironmentAndThatBeforeCurrent() throws Exception {
    Path option = model("option");
    Path environment = model("environment");
    model("current");
    List<Path> folders = List.of(models);
    assertEquals("option", used(infer(environment, folders, "--model", option.toString())));
    assertEquals("environment", used(infer(environment, folders)));
    assertEquals("current", used(infer(null, folders)));
  }

  @Test
  void aFileIsNamedForItsFolderOrItself() throws Exception {
    Path demo = model("demo");
    assertEquals("demo", used(infer(demo.resolve("model.onnx"), List.of())));
    Path file = TinyModel.write(folder.resolve("mine.onnx"), TinyModel.card(1));
    assertEquals("mine.onnx", used(infer(file, List.of())));
  }

  @Test
  void theLinkCurrentIsFollowedAndResultsSayWhereItLeads() throws Exception {
    model("a");
    model("b");
    Files.createSymbolicLink(models.resolve("current"), Path.of("b"));
    assertEquals("b", used(infer(null, List.of(models))));
  }

  @Test
  void aLinkCurrentThatLeadsNowhereIsNotPassedOver() throws Exception {
    model("a");
    Path current = Files.createSymbolicLink(models.resolve("current"), Path.of("gone"));
    assertEquals(
        new Run(
            4,
            List.of(),
            List.of(
                "tsad-infer: "
                    + current
                    + ": no such model file; name a model folder or an .onnx file")),
        infer(null, List.of(models)));
  }

  @Test
  void theOnlyModelIsTaken() throws Exception {
    model("only");
    model(".staged");
    assertEquals("only", used(infer(null, List.of(models))));
  }

  @Test
  void theInstallationsModelsComeAfterThoseAtHand() throws Exception {
    Path missing = folder.resolve("elsewhere/models");
    model("installed");
    assertEquals("installed", used(infer(null, List.of(missing, models))));
  }

  @Test
  void amongSeveralTheUserChooses() throws Exception {
    model("a");
    model("b");
    assertEquals(
        new Run(
            4,
            List.of(),
            List.of(
                "tsad-infer: "
                    + models
                    + ": holds 2 models;"
                    + " choose one with --model, $TSAD_MODEL or a link models/current")),
        infer(null, List.of(models)));
  }

  @Test
  void withoutAnyModelTheUserHearsHowToGetOne() throws Exception {
    assertEquals(
        new Run(
            4,
            List.of(),
            List.of(
                "tsad-infer: "
                    + models
                    + ": no model here;"
                    + " name one with --model or $TSAD_MODEL, or train one with tsad-train")),
        infer(null, List.of(models)));
  }

  @Test
  void anEmptyEnvironmentVariableNamesNothing() {
    assertEquals(
        new ModelFinder(null, List.of(Path.of("models"), Path.of("home/models"))),
        ModelFinder.of("", "home"));
    assertEquals(new ModelFinder("m", List.of(Path.of("models"))), ModelFinder.of("m", null));
  }
}
