package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.pipeline.Source;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyWriter;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import io.tsad.runtime.series.SeriesReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadAheadTest {
  private static final SeriesReader READER = new SeriesReader(Column.only());

  @TempDir private Path folder;

  private final AtomicInteger opened = new AtomicInteger();

  private Sources sources(Object... operands) {
    return new Sources(
        Stream.of(operands).map(Object::toString).toList(),
        READER,
        InputStream.nullInputStream(),
        skipped -> {});
  }

  /** What comes of all sources: values of series, and faults, in order. */
  private static List<String> read(Iterator<Source> sources) {
    List<String> read = new ArrayList<>();
    while (sources.hasNext()) {
      try (SeriesCursor cursor = sources.next().open()) {
        while (true) {
          try {
            Series next = cursor.next();
            if (next == null) {
              break;
            }
            read.add(Path.of(next.name()).getFileName() + " " + next.values()[0]);
          } catch (InvalidSeriesException e) {
            read.add(Path.of(e.subject()).getFileName() + " is bad");
          }
        }
      }
    }
    return read;
  }

  @Test
  void whatWasReadBeforeIsTheSameAsWhatIsReadInItsTurn() throws Exception {
    for (int i = 0; i < 600; i++) {
      Path file = folder.resolve("%03d.npy".formatted(i));
      if (i % 50 == 3) {
        Files.writeString(file, "no array");
      } else {
        NpyWriter.write(file, new double[] {i, i});
      }
    }
    Files.writeString(folder.resolve("000.csv"), "1.5\n2\n3\n");
    List<String> plain = read(sources(folder));
    assertEquals(601, plain.size());
    for (int millis : new int[] {0, 5, 300}) {
      ReadAhead ahead = ReadAhead.begin(sources(folder));
      Thread.sleep(millis);
      assertEquals(plain, read(ahead.end()));
    }
  }

  @Test
  void aSourceOfManySeriesGivesThemAll() throws Exception {
    Source three = counted(1, 2, 3);
    ReadAhead ahead = ReadAhead.begin(List.of(three, counted(4)).iterator());
    awaitOpened(2);
    assertEquals(List.of("s 1.0", "s 2.0", "s 3.0", "s 4.0"), read(ahead.end()));
    assertEquals(2, opened.get());
  }

  @Test
  void longSeriesAreNotHeapedUp() throws Exception {
    Source large = of(List.of(new double[700_000]));
    ReadAhead ahead = ReadAhead.begin(List.of(large, large, large, large).iterator());
    awaitOpened(2);
    Thread.sleep(100);
    assertEquals(2, opened.get());
    Iterator<Source> all = ahead.end();
    assertSame(ReadSource.class, all.next().getClass());
    assertSame(ReadSource.class, all.next().getClass());
    assertSame(large, all.next());
  }

  @Test
  void whatMayWaitIsLeftForItsTurn() throws Exception {
    Path first = folder.resolve("first.npy");
    NpyWriter.write(first, new double[] {1, 2});
    Path pipe = folder.resolve("pipe.npy");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    ReadAhead ahead = ReadAhead.begin(sources(first, pipe, first));
    Thread.sleep(100);
    Iterator<Source> all = ahead.end(); // would not return if somebody had opened the pipe
    assertFalse(all.next().mayWait());
    assertTrue(all.next().mayWait());
    assertFalse(all.next().mayWait());
  }

  @Test
  void aMistakeOfOursIsToldInItsTurn() throws Exception {
    Source broken =
        () -> {
          opened.incrementAndGet();
          return new SeriesCursor() {
            @Override
            public @Nullable Series next() {
              throw new IllegalStateException("broken");
            }

            @Override
            public void close() {}
          };
        };
    ReadAhead ahead = ReadAhead.begin(List.of(broken).iterator());
    awaitOpened(1);
    Iterator<Source> all = ahead.end();
    try (SeriesCursor cursor = all.next().open()) {
      assertThrows(IllegalStateException.class, cursor::next);
    }
  }

  private void awaitOpened(int count) throws InterruptedException {
    while (opened.get() < count) {
      Thread.sleep(1);
    }
  }

  /** A source of series that begin with these; counts how often it is opened. */
  private Source counted(double... first) {
    return of(DoubleStream.of(first).mapToObj(one -> new double[] {one, 0}).toList());
  }

  private Source of(List<double[]> series) {
    return () -> {
      opened.incrementAndGet();
      Iterator<double[]> left = series.iterator();
      return new SeriesCursor() {
        @Override
        public @Nullable Series next() {
          return left.hasNext() ? new Series("s", left.next()) : null;
        }

        @Override
        public void close() {}
      };
    };
  }
}
