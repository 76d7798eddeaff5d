package io.tsad.runtime.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.OutputException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.detect.TinyModel.Flaw;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.detect.session.Workload;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
  private static final int BATCH = 4;

  @TempDir Path folder;
  private @Nullable Detector detector;
  private final List<String> said = new ArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();

  @BeforeEach
  void openModel() throws Exception {
    open(Flaw.NONE);
  }

  private void open(Flaw flaw) throws Exception {
    close();
    Path model = TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(2), flaw);
    detector = Detector.open(model, new SessionConfig(Device.CPU, Workload.MANY, 1, null));
  }

  @AfterEach
  void close() {
    if (detector != null) {
      detector.close();
    }
  }

  /** Gives these series, and a fault in place of each null. */
  private Source source(@Nullable Series... series) {
    return () -> {
      opened.incrementAndGet();
      Iterator<@Nullable Series> left = Stream.of(series).iterator();
      return new SeriesCursor() {
        @Override
        public @Nullable Series next() throws InvalidSeriesException {
          if (!left.hasNext()) {
            return null;
          }
          Series next = left.next();
          if (next == null) {
            throw new InvalidSeriesException("it", "is broken", "mend it");
          }
          return next;
        }

        @Override
        public void close() {}
      };
    };
  }

  private static Series series(int number) {
    return new Series(String.valueOf(number), new double[] {number, number});
  }

  private void run(int workers, Stream<Source> sources) throws Exception {
    run(workers, sources.iterator(), new AtomicBoolean());
  }

  private void run(int workers, Iterator<Source> sources, AtomicBoolean stop) throws Exception {
    assertTrue(detector != null);
    new Pipeline(detector, workers, BATCH, false)
        .run(
            sources,
            new Sink() {
              @Override
              public void accept(Outcome outcome) {
                if (outcome instanceof Outcome.Scored one) {
                  said.add(one.name());
                } else if (outcome instanceof Outcome.Refused one) {
                  said.add(one.fault().subject());
                }
              }

              @Override
              public void pause() {}
            },
            stop::get);
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  @Test
  void outcomesComeInTheOrderOfTheSourcesWhateverTheWorkers() throws Exception {
    for (int workers : List.of(1, 2, 7)) {
      said.clear();
      run(workers, IntStream.range(0, 1001).mapToObj(i -> source(series(i))));
      assertEquals(numbers(1001), said);
    }
  }

  @Test
  void aSourceMayHoldManySeriesOrNone() throws Exception {
    Series[] many = IntStream.range(0, 5000).mapToObj(PipelineTest::series).toArray(Series[]::new);
    run(2, Stream.of(source(), source(many), source(), source(series(5000))));
    assertEquals(numbers(5001), said);
  }

  @Test
  void aFaultCostsItsSeriesAlone() throws Exception {
    Series tooShort = new Series("short", new double[1]);
    run(
        2,
        Stream.of(
            source(series(0)),
            source((Series) null),
            source(tooShort),
            source(series(1), null, tooShort, series(2)),
            source(series(3))));
    assertEquals(List.of("0", "it", "short", "1", "it", "short", "2", "3"), said);
  }

  @Test
  void sourcesAreOpenedOnlyAFewChunksAhead() throws Exception {
    Iterator<Source> endless = Stream.generate(() -> source(series(0))).iterator();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger most = new AtomicInteger();
    assertTrue(detector != null);
    new Pipeline(detector, 2, BATCH, false)
        .run(
            endless,
            new Sink() {
              private int taken;

              @Override
              public void accept(Outcome outcome) {
                taken++;
                most.accumulateAndGet(opened.get() - taken, Math::max);
                if (taken == 1000) {
                  stop.set(true);
                }
              }

              @Override
              public void pause() {}
            },
            stop::get);
    assertTrue(most.get() <= BATCH * 5, most + " ahead");
  }

  @Test
  void onceStoppedWhatIsUnderWayIsHandedOnAndNothingElseOpened() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch go = new CountDownLatch(1);
    Source last =
        () -> {
          stop.set(true);
          go.countDown();
          return source(series(2)).open();
        };
    run(
        1,
        Stream.of(source(series(0)), source(series(1)), last, source(series(3))).iterator(),
        stop);
    assertEquals(numbers(4), said); // one chunk
    int before = opened.get();
    run(1, Stream.of(source(series(9))).iterator(), stop);
    assertEquals(before, opened.get());
    assertEquals(0, go.getCount());
  }

  @Test
  void onceStoppedASourceThatNeverAnswersIsGivenUp() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    Source stuck =
        () -> {
          stop.set(true);
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return source().open();
        };
    run(1, Stream.of(source(series(0)), stuck).iterator(), stop);
    assertEquals(List.of(), said);
  }

  @Test
  void aModelThatFailsEndsTheRunAfterWhatWasScoredBefore() throws Exception {
    open(Flaw.NOT_ALWAYS_A_NUMBER);
    Stream<Source> sources = IntStream.range(0, 100).mapToObj(i -> source(series(i < 50 ? i : -i)));
    assertThrows(InvalidModelException.class, () -> run(2, sources));
    assertEquals(numbers(48), said); // twelve whole chunks
  }

  @Test
  void aSinkThatFailsEndsTheRun() throws Exception {
    assertTrue(detector != null);
    Pipeline pipeline = new Pipeline(detector, 2, BATCH, false);
    Iterator<Source> endless = Stream.generate(() -> source(series(0))).iterator();
    assertThrows(
        OutputException.class,
        () ->
            pipeline.run(
                endless,
                new Sink() {
                  @Override
                  public void accept(Outcome outcome) throws OutputException {
                    throw OutputException.standardOutput();
                  }

                  @Override
                  public void pause() {}
                },
                () -> false));
  }

  @Test
  void aFaultOfTsadsOwnIsNotSwallowed() {
    Source broken =
        () -> {
          throw new IllegalStateException("a bug");
        };
    IllegalStateException seen =
        assertThrows(IllegalStateException.class, () -> run(2, Stream.of(broken)));
    assertEquals("a bug", seen.getMessage());
  }
}
