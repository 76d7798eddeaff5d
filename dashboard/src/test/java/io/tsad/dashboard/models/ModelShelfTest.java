package io.tsad.dashboard.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.TinyModel;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
  @TempDir private Path root;
  private ModelShelf shelf;

  @BeforeEach
  void open() {
    shelf = new ModelShelf(root, "", Device.CPU);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void aNewFolderServesOnceItHasLookedTheSameTwice() throws Exception {
    shelf.fill();
    write("a", 0.6);
    shelf.look();
    assertEquals(List.of(), names());
    shelf.look();
    assertEquals(List.of("a"), names());
    assertEquals("a", shelf.shelf().active().orElseThrow().name());
  }

  @Test
  void aFolderBeingCopiedIsNoProblemYet() throws Exception {
    Path folder = Files.createDirectories(root.resolve("a"));
    for (int part = 1; part <= 3; part++) {
      Files.write(folder.resolve("model.onnx"), new byte[part * 100]);
      shelf.look();
      assertEquals(List.of(), shelf.shelf().problems());
    }
    write("a", 0.6);
    shelf.look();
    shelf.look();
    assertEquals(List.of("a"), names());
  }

  @Test
  void amongSeveralTheLinkCurrentChoosesAndMayBeMoved() throws Exception {
    write("a", 0.6);
    write("b", 0.7);
    shelf.fill();
    assertTrue(shelf.shelf().active().isEmpty());
    Files.createSymbolicLink(root.resolve("current"), Path.of("b"));
    shelf.look();
    assertEquals(List.of("a", "b"), names());
    assertEquals("b", shelf.shelf().active().orElseThrow().name());
    Files.delete(root.resolve("current"));
    Files.createSymbolicLink(root.resolve("current"), Path.of("a"));
    shelf.look();
    assertEquals("a", shelf.shelf().active().orElseThrow().name());
  }

  @Test
  void aModelThatFailsItsSelfTestIsAProblemAndNeverServed() throws Exception {
    TinyModel.write(root.resolve("wrong"), TinyModel.card(0.6, 0.9f));
    shelf.fill();
    assertEquals(List.of(), names());
    Shelf.Problem problem = shelf.shelf().problems().get(0);
    assertEquals("wrong", problem.model());
    assertTrue(problem.message().contains("fails its self-test"), problem.message());
  }

  @Test
  void whenAFolderIsSwappedForGarbageTheVersionBeforeGoesOnServing() throws Exception {
    write("a", 0.6);
    shelf.fill();
    String version = shelf.shelf().find("a").orElseThrow().version();
    Files.writeString(root.resolve("a/model.onnx"), "garbage");
    shelf.look();
    shelf.look();
    assertEquals(version, shelf.shelf().find("a").orElseThrow().version());
    assertTrue(shelf.shelf().problems().get(0).serving());
    write("a", 0.7);
    shelf.look();
    shelf.look();
    assertEquals(List.of(), shelf.shelf().problems());
    assertNotEquals(version, shelf.shelf().find("a").orElseThrow().version());
  }

  @Test
  void aModelThatIsWithdrawnIsClosedWhenItsLastUserIsDone() throws Exception {
    write("a", 0.6);
    shelf.fill();
    Model model = shelf.shelf().find("a").orElseThrow();
    List<Series> series = List.of(new Series("zeros", new double[TinyModel.SAMPLES]));
    try (Model.Lease lease = model.lease().orElseThrow()) {
      Files.delete(root.resolve("a/model.onnx"));
      Files.delete(root.resolve("a"));
      shelf.look();
      shelf.look();
      assertEquals(List.of(), names());
      assertEquals(0.5f, lease.detector().detect(series).get(0).probability());
    }
    assertTrue(model.lease().isEmpty());
  }

  @Test
  void aFolderThatCannotBeListedLeavesServingWhatServes() throws Exception {
    ModelShelf none = new ModelShelf(root.resolve("none"), "", Device.CPU);
    none.fill();
    assertTrue(
        none.shelf().problems().get(0).message().contains("cannot be listed"),
        none.shelf().problems().toString());
    none.close();
  }

  @Test
  void damagedTrainingRecordsAreNamed() throws Exception {
    write("a", 0.6);
    Files.writeString(root.resolve("a/evaluation.json"), "{\"classes\": 3}");
    shelf.fill();
    assertTrue(shelf.shelf().problems().get(0).message().contains("evaluation.json"));
    assertThrows(NoSuchElementException.class, () -> shelf.shelf().find("a").orElseThrow());
  }

  private void write(String name, double threshold) throws IOException {
    TinyModel.write(root.resolve(name), TinyModel.card(threshold));
  }

  private List<String> names() {
    return shelf.shelf().models().stream().map(Model::name).toList();
  }
}
