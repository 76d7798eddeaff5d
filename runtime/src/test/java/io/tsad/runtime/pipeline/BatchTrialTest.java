package io.tsad.runtime.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.detect.session.Workload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTrialTest {
  private static final int PASSES_A_SIZE = 3;

  @TempDir Path folder;

  private int best(InstantSource clock, int most) throws Exception {
    Path model = TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(2));
    try (Detector detector =
        Detector.open(model, new SessionConfig(Device.CPU, Workload.MANY, 1, null))) {
      return new BatchTrial(detector, clock).best(most);
    }
  }

  /** The choice where a pass of each size, from 32 on, takes so many milliseconds. */
  private int best(int most, long... millis) throws Exception {
    Iterator<Long> passes =
        LongStream.of(millis)
            .flatMap(one -> LongStream.generate(() -> one).limit(PASSES_A_SIZE))
            .iterator();
    return best(
        new InstantSource() {
          private Instant now = Instant.EPOCH;
          private boolean running;

          @Override
          public Instant instant() {
            now = running ? now.plusMillis(passes.next()) : now;
            running = !running;
            return now;
          }
        },
        most);
  }

  @Test
  void aGpuThatIsIdleAtSmallSizesGetsTheLargest() throws Exception {
    assertEquals(2048, best(4096, 10, 10, 10, 10, 10));
  }

  @Test
  void whereLargerSizesWinNextToNothingTheSmallestThatDoesIsTaken() throws Exception {
    assertEquals(128, best(4096, 10, 20, 78, 155, 310));
  }

  @Test
  void nothingLargerThanTheHeapAllowsIsTried() throws Exception {
    assertEquals(512, best(600, 10, 10, 10));
    assertEquals(32, best(5, 10));
  }

  @Test
  void withTheRealClockSomeSizeIsTheBest() throws Exception {
    int best = best(InstantSource.system(), 1024);
    assertTrue(List.of(32, 128, 512, 1024).contains(best), () -> "batches of " + best);
  }
}
