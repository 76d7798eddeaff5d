package io.tsad.runtime.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.runtime.distribution.Distribution.Answer;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts two at once with a cold cache, and kills them at any moment. {@code -Dcold.cache.rounds}
 * says how often.
 */
class ColdCacheIT {
  private static final int ROUNDS = Integer.getInteger("cold.cache.rounds", 3);
  private static final int LONGEST_START_MILLIS = 3000;

  @TempDir Path folder;

  @Test
  void whateverIsKilledWheneverTheNextStartSucceeds() throws Exception {
    Distribution unpacked = Distribution.unpack("jars", folder.resolve("home"), folder);
    Random random = new Random(0);
    for (int round = 0; round < ROUNDS; round++) {
      Distribution here = unpacked.in(folder.resolve("round" + round));
      List<Process> started = List.of(start(here), start(here));
      for (Process process : started) {
        process.waitFor(random.nextInt(LONGEST_START_MILLIS), TimeUnit.MILLISECONDS);
        kill(process);
      }
      Answer next = here.score(Map.of());
      assertEquals(new Answer(0, here.verdict(), next.err()), next, "round " + round);
      assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of()), "round " + round);
    }
  }

  @Test
  void bothOfTwoStartsWithAColdCacheSucceed() throws Exception {
    Distribution unpacked = Distribution.unpack("jars", folder.resolve("home"), folder);
    for (int round = 0; round < ROUNDS; round++) {
      Distribution here = unpacked.in(folder.resolve("round" + round));
      for (Process process : List.of(start(here), start(here))) {
        assertEquals(here.verdict(), new String(process.getInputStream().readAllBytes(), UTF_8));
        assertEquals(0, process.waitFor());
      }
      assertEquals(new Answer(0, here.verdict(), ""), here.score(Map.of()), "round " + round);
    }
  }

  private static Process start(Distribution here) throws Exception {
    return here.builder(Map.of(), here.scoring(here.launcher()))
        .redirectError(new File("/dev/null"))
        .start();
  }

  /** The launcher and, a moment later as it may be, what it runs. */
  private static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> children = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
