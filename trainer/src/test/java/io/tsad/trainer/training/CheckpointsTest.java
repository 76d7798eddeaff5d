package io.tsad.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.TsadException.Kind;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.kernel.Pruning;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final Map<String, String> IDENTITY = Map.of("--batch", "10");

  @TempDir Path dir;
  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;
  private final StringWriter said = new StringWriter();

  private StagedFolder staged;

  @BeforeEach
  void open() throws Exception {
    staged = StagedFolder.open(dir.resolve("model"), false);
  }

  @AfterEach
  void close() throws Exception {
    staged.close();
  }

  private MemberCheckpoints checkpoints(Path file) {
    LengthRule length = new LengthRule(31, true);
    Run run =
        new Run(
            Plan.usual(
                dir, dir.resolve("model"), Architecture.CNN, length, 0, Device.CPU, Pruning.AUTO),
            new Dataset(List.of("anomaly", "normal"), 0, length, List.of(), List.of()),
            new HeldBack(List.of(), List.of()),
            new TorchDevice(ai.djl.Device.cpu(), "the CPU"),
            staged,
            new Progress(new PrintWriter(said), false, InstantSource.system()),
            clock,
            now);
    return new MemberCheckpoints(
        new CheckpointFile(file), Optional.empty(), () -> IDENTITY, out -> out.text("around"), run);
  }

  @Test
  void oneIsDueWhenSoMuchTimeHasPassed() throws Exception {
    MemberCheckpoints checkpoints = checkpoints(dir.resolve("kept/checkpoint"));
    now = now.plusSeconds(29);
    assertFalse(checkpoints.due());
    now = now.plusSeconds(1);
    assertTrue(checkpoints.due());
    checkpoints.keep(out -> out.count(7));
    assertFalse(checkpoints.due());
    try (CheckpointFile.Opened opened =
        new CheckpointFile(dir.resolve("kept/checkpoint")).open(IDENTITY)) {
      assertEquals("around", opened.state().text());
      assertEquals(7, opened.state().count());
    }
  }

  @Test
  void whereNoneCanBeWrittenTrainingGoesOnWithout() throws Exception {
    Files.writeString(dir.resolve("kept"), "a file");
    MemberCheckpoints checkpoints = checkpoints(dir.resolve("kept/checkpoint"));
    now = now.plusSeconds(30);
    checkpoints.keep(out -> out.count(7));
    assertTrue(said.toString().startsWith("No checkpoint could be written ("), said::toString);
    now = now.plusSeconds(30);
    assertFalse(checkpoints.due());
  }

  @Test
  void aStateThatCannotBeWrittenLeavesTheOneBefore() throws Exception {
    CheckpointFile file = new CheckpointFile(dir.resolve("kept/checkpoint"));
    file.write(IDENTITY, out -> out.count(1));
    assertThrows(
        IOException.class,
        () ->
            file.write(
                IDENTITY,
                out -> {
                  throw new IOException("full");
                }));
    try (CheckpointFile.Opened opened = file.open(IDENTITY)) {
      assertEquals(1, opened.state().count());
    }
    try (Stream<Path> entries = Files.list(dir.resolve("kept"))) {
      assertEquals(List.of(dir.resolve("kept/checkpoint")), entries.toList());
    }
  }

  @Test
  void anyByteThatIsNotAsItWasIsSeen() throws Exception {
    CheckpointFile file = new CheckpointFile(dir.resolve("checkpoint"));
    file.write(IDENTITY, out -> out.number(0.5));
    byte[] bytes = Files.readAllBytes(file.file());
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      Files.write(file.file(), bytes);
      bytes[i] ^= 1;
      CheckpointException fault =
          assertThrows(CheckpointException.class, () -> file.open(IDENTITY).close());
      assertEquals(Kind.USAGE, fault.kind());
      assertEquals("is damaged, or no checkpoint", fault.fault());
    }
  }
}
