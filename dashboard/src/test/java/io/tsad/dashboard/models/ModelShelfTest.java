package io.tsad.dashboard.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.ServingChange;
import io.tsad.dashboard.history.SqliteHistory;
import io.tsad.dashboard.models.Shelf.By;
import io.tsad.dashboard.scoring.Serving;
import io.tsad.dashboard.store.Database;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
  @TempDir private Path root;
  @TempDir private Path data;
  private History history;
  private ModelShelf shelf;

  @BeforeEach
  void open() throws Exception {
    history = SqliteHistory.open(Database.open(data));
    shelf = shelf(root, "");
  }

  @AfterEach
  void close() {
    shelf.close();
    history.close();
  }

  private ModelShelf shelf(Path folder, String configured) {
    return new ModelShelf(
        folder, configured, Device.CPU, new Serving(history, folder, InstantSource.system()));
  }

  /** The same after a restart. */
  private void restart(String configured) throws Exception {
    shelf.close();
    shelf = shelf(root, configured);
    shelf.fill();
  }

  private String active() {
    return shelf.shelf().active().map(Model::name).orElse("none");
  }

  private void lookTwice() throws Exception {
    shelf.look();
    shelf.look();
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
  void whatServesGoesOnWhenOthersComeAndOverARestart() throws Exception {
    write("b", 0.6);
    shelf.fill();
    write("a", 0.7);
    write("c", 0.8);
    lookTwice();
    assertEquals(List.of("a", "b", "c"), names());
    assertEquals("b", active());
    restart("");
    assertEquals("b", active());
    assertEquals(By.STAYED, chosen().by());
  }

  @Test
  void amongSeveralOfWhichNoneEverServedNoneDoesUntilSomebodyChooses() throws Exception {
    write("a", 0.6);
    write("b", 0.7);
    shelf.fill();
    assertEquals("none", active());
    assertEquals(Optional.of(Shelf.Silence.NOT_CHOSEN), shelf.shelf().silence());
    assertTrue(shelf.choose(shelf.shelf().find("b").orElseThrow(), "eva"));
    assertEquals("b", active());
    restart("");
    assertEquals("b", active());
    assertEquals(By.PERSON, chosen().by());
    assertEquals("eva", changes().get(0).operator());
  }

  @Test
  void whenTheChosenModelIsGoneOrBrokenNoneTakesItsPlaceAndItServesAgainOnceItIsBack()
      throws Exception {
    write("a", 0.6);
    shelf.fill();
    write("b", 0.7);
    lookTwice();
    Files.delete(root.resolve("a/model.onnx"));
    Files.delete(root.resolve("a"));
    lookTwice();
    assertEquals(List.of("b"), names());
    assertEquals("none", active());
    assertEquals(Optional.of(Shelf.Silence.GONE), shelf.shelf().silence());
    TinyModel.write(root.resolve("a"), TinyModel.card(0.6, 0.9f)); // fails its self-test
    restart("");
    assertEquals("none", active());
    assertEquals(Optional.of(Shelf.Silence.REFUSED), shelf.shelf().silence());
    write("a", 0.8);
    lookTwice();
    assertEquals("a", active());
  }

  @Test
  void theSettingAndTheLinkGoBeforeAChoiceAndWhatTheyChoseStaysWithoutThem() throws Exception {
    write("a", 0.6);
    write("b", 0.7);
    restart("b");
    assertEquals("b", active());
    assertFalse(shelf.choose(shelf.shelf().find("a").orElseThrow(), null));
    restart("");
    assertEquals("b", active());
    Files.createSymbolicLink(root.resolve("current"), Path.of("a"));
    shelf.look();
    assertEquals("a", active());
    Files.delete(root.resolve("current"));
    shelf.look();
    assertEquals("a", active());
    assertEquals(
        List.of("link", "setting"), changes().stream().map(ServingChange::reason).toList());
  }

  @Test
  void aSettingThatNamesNoModelChoosesNoOther() throws Exception {
    write("a", 0.6);
    restart("typo");
    assertEquals("none", active());
    restart("");
    assertEquals("a", active());
  }

  @Test
  void theModelsOfAnotherFolderAreAnotherChoice() throws Exception {
    write("a", 0.6);
    shelf.fill();
    Path other = root.resolve("other");
    TinyModel.write(other.resolve("x"), TinyModel.card(0.6));
    ModelShelf elsewhere = shelf(other, "");
    elsewhere.fill();
    assertEquals("x", elsewhere.shelf().active().orElseThrow().name());
    elsewhere.close();
  }

  private Shelf.Chosen chosen() {
    return Objects.requireNonNull(shelf.shelf().chosen());
  }

  private List<ServingChange> changes() throws Exception {
    return new Serving(history, root, InstantSource.system()).changes();
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
    ModelShelf none = shelf(root.resolve("none"), "");
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
