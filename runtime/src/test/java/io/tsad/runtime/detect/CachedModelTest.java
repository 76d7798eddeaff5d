package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.cache.CacheState;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.detect.TinyModel.Flaw;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.detect.session.Workload;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.Series;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a model through its cached copy, and whatever may have happened to that copy. */
class CachedModelTest {
  /** Later than any file of a test: the cache trusts no file that was written just now. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1));

  private static final float HALF = 0.5f;
  private static final float SIGMOID_OF_1 = 0.7310586f;

  @TempDir Path folder;
  private Path model = Path.of("");
  private Path cached = Path.of("");

  @BeforeEach
  void writeModel() throws Exception {
    model = folder.resolve("models/demo/model.onnx");
    cached = folder.resolve("cache");
    write(2);
  }

  /** A model that looks at {@code samples}, and is large enough to be worth a copy. */
  private void write(int samples) throws IOException {
    ModelCard card = TinyModel.card(samples);
    TinyModel.write(
        model,
        card.length(),
        Map.of(Contract.CARD, CardJson.write(card), "weight", "x".repeat(1 << 20)),
        Flaw.NONE);
  }

  private ModelCache cache() {
    return ModelCache.of(Map.of("TSAD_CACHE", cached.toString()), LATER);
  }

  private float score(ModelCache cache, double... values) throws TsadException {
    SessionConfig config = new SessionConfig(Device.CPU, Workload.FEW, 1, cache);
    try (Detector detector = Detector.open(model, config)) {
      return detector.detect(List.of(new Series("a", values))).get(0).probability();
    }
  }

  private boolean isCached() {
    return cache().state(model, Detector.onnxRuntimeVersion()) instanceof CacheState.Present;
  }

  private Path copy() throws IOException {
    try (Stream<Path> files = Files.list(cached)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.get(0);
    }
  }

  @Test
  void theFirstStartLeavesACopyAndTheSecondScoresTheSameWithIt() throws Exception {
    assertEquals(false, isCached());
    assertEquals(SIGMOID_OF_1, score(cache(), 0, 2, 9));
    assertTrue(isCached());
    FileTime written = Files.getLastModifiedTime(copy());
    assertEquals(SIGMOID_OF_1, score(cache(), 0, 2, 9));
    assertEquals(written, Files.getLastModifiedTime(copy()));
  }

  @Test
  void aCopyKnowsTheCard() throws Exception {
    score(cache(), 0, 0);
    SessionConfig config = new SessionConfig(Device.CPU, Workload.MANY, 1, cache());
    try (Detector copied = Detector.open(model, config);
        Detector original = Detector.open(model, Device.CPU)) {
      assertEquals(original.card().length(), copied.card().length());
      assertEquals(original.version(), copied.version());
    }
  }

  @Test
  void anotherModelInTheSamePlaceIsNeverTakenForTheOldOne() throws Exception {
    score(cache(), 0, 0);
    FileTime time = Files.getLastModifiedTime(model);
    long size = Files.size(model);
    write(3);
    Files.setLastModifiedTime(model, time);
    assertEquals(size, Files.size(model), "only the time of change and the content tell");
    assertEquals(false, isCached());
    assertEquals(SIGMOID_OF_1, score(cache(), 0, 0, 3));
    assertTrue(isCached());
    copy();
  }

  @Test
  void theSameModelUnpackedAnewIsKnownByItsContent() throws Exception {
    score(cache(), 0, 0);
    byte[] content = Files.readAllBytes(model);
    Files.delete(model);
    Files.write(model, content);
    Files.setLastModifiedTime(model, FileTime.fromMillis(0));
    assertTrue(isCached());
  }

  @Test
  void aCopyForAnotherVersionOfOnnxRuntimeIsNotUsedAndIsReplaced() throws Exception {
    score(cache(), 0, 0);
    Path place = copy();
    try (var draft = cache().draft(model, "1.0.0")) {
      Files.write(Objects.requireNonNull(draft).path(), new byte[] {1});
      draft.commit(new byte[0]);
    }
    assertEquals(place, copy());
    assertEquals(false, isCached());
    assertEquals(SIGMOID_OF_1, score(cache(), 0, 2));
    assertTrue(isCached());
  }

  @Test
  void aDamagedCopyIsNotUsedAndIsReplaced() throws Exception {
    score(cache(), 0, 0);
    byte[] whole = Files.readAllBytes(copy());
    List<Integer> places = List.of(0, 8, whole.length / 2, whole.length - 60, whole.length - 1);
    for (int place : places) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 1;
      Files.write(copy(), damaged);
      assertEquals(false, isCached(), "a bit flipped at " + place);
      assertEquals(SIGMOID_OF_1, score(cache(), 0, 2));
      assertTrue(isCached());
    }
    for (int length : List.of(0, 1, 15, 16, whole.length / 2, whole.length - 1)) {
      try (FileChannel file = FileChannel.open(copy(), StandardOpenOption.WRITE)) {
        file.truncate(length);
      }
      assertEquals(false, isCached(), "cut to " + length);
      assertEquals(SIGMOID_OF_1, score(cache(), 0, 2));
      assertTrue(isCached());
    }
  }

  @Test
  void whatOnnxRuntimeCannotOpenIsNotNeeded() throws Exception {
    score(cache(), 0, 0);
    Path place = copy();
    try (var draft = cache().draft(model, Detector.onnxRuntimeVersion())) {
      Files.write(Objects.requireNonNull(draft).path(), new byte[4096]); // whole, but no model
      draft.commit(new byte[0]);
    }
    assertEquals(place, copy());
    assertTrue(isCached());
    assertEquals(SIGMOID_OF_1, score(cache(), 0, 2));
  }

  @Test
  void withoutAPlaceToWriteToTheModelIsScoredAllTheSame() throws Exception {
    Files.write(cached, new byte[0]); // a file where the folder should be
    assertEquals(HALF, score(cache(), 0, 0));
    assertEquals(false, isCached());
    ModelCache off = ModelCache.of(Map.of("TSAD_CACHE", "off", "HOME", folder.toString()), LATER);
    assertEquals(HALF, score(off, 0, 0));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(cached, model), files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  @Test
  void withoutACacheOfTheUserTheCopyIsBesideTheModel() throws Exception {
    ModelCache cache = ModelCache.of(Map.of(), LATER);
    score(cache, 0, 0);
    assertNotNull(cache.find(model));
    cached = folder.resolve("models/demo");
    try (Stream<Path> files = Files.list(cached)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aModelWrittenJustNowIsNotCachedSinceItMayBeWrittenAgain() throws Exception {
    write(2);
    ModelCache now = ModelCache.of(Map.of("TSAD_CACHE", cached.toString()), InstantSource.system());
    assertEquals(HALF, score(now, 0, 0));
    assertEquals(false, isCached());
  }

  @Test
  void aSmallModelIsNotCached() throws Exception {
    TinyModel.write(model, TinyModel.card(2));
    assertEquals(HALF, score(cache(), 0, 0));
    assertEquals(false, Files.exists(cached));
  }

  @Test
  void whatAKilledProcessLeftIsSweptUpAndWhatARunningOneWritesIsNot() throws Exception {
    score(cache(), 0, 0);
    Path killed = Files.write(cached.resolve(".a.tsad-ort.partial"), new byte[1]);
    Path running = Files.write(cached.resolve(".b.tsad-ort.partial"), new byte[1]);
    Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    write(3);
    score(cache(), 0, 0, 0);
    assertEquals(false, Files.exists(killed));
    assertTrue(Files.exists(running));
  }

  @Test
  void aCopyOfAModelThatIsGoneMakesRoom() throws Exception {
    score(cache(), 0, 0);
    Path old = copy();
    Path moved = folder.resolve("models/other/model.onnx");
    Files.createDirectories(moved.getParent());
    Files.move(model, moved);
    model = moved;
    score(cache(), 0, 0);
    assertEquals(false, Files.exists(old));
    copy();
  }

  @Test
  void aModelThatBreaksTheContractIsRefusedThroughTheCacheToo() throws Exception {
    TinyModel.write(
        model,
        TinyModel.card(2).length(),
        Map.of("weight", "x".repeat(1 << 20)), // no card
        Flaw.NONE);
    for (int start = 0; start < 2; start++) {
      InvalidModelException refusal =
          assertThrows(InvalidModelException.class, () -> score(cache(), 0, 0));
      assertEquals("has no card (metadata property tsad.card)", refusal.fault());
    }
  }
}
