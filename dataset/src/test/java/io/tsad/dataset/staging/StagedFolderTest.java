package io.tsad.dataset.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {
  @TempDir Path dir;
  private Path target;

  @BeforeEach
  void nameTheTarget() {
    target = dir.resolve("models/wafer");
  }

  @Test
  void nothingIsAtTheTargetUntilTheCommit() throws Exception {
    try (StagedFolder staged = StagedFolder.open(target, false)) {
      Files.writeString(staged.path().resolve("a"), "new");
      assertFalse(Files.exists(target));
      staged.commit();
      assertEquals("new", Files.readString(target.resolve("a")));
    }
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void aRunThatFailsLeavesNothing() throws Exception {
    try (StagedFolder staged = StagedFolder.open(target, false)) {
      Files.writeString(staged.path().resolve("a"), "half");
    }
    assertEquals(List.of(), besides());
  }

  @Test
  void aTargetThatHoldsSomethingIsRefused() throws Exception {
    holdOld();
    OutputException fault =
        assertThrows(OutputException.class, () -> StagedFolder.open(target, false));
    assertEquals(Kind.USAGE, fault.kind());
    assertEquals(target.toString(), fault.subject());
    assertTrue(fault.remedy().contains("--force"));
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void anEmptyTargetIsFilled() throws Exception {
    Files.createDirectories(target);
    commitNew(false);
    assertEquals("new", Files.readString(target.resolve("a")));
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void replacingRemovesEveryOldFile() throws Exception {
    holdOld();
    commitNew(true);
    assertFalse(Files.exists(target.resolve("old")));
    assertEquals("new", Files.readString(target.resolve("a")));
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void aReplacementThatFailsKeepsTheOldFolder() throws Exception {
    holdOld();
    try (StagedFolder staged = StagedFolder.open(target, true)) {
      Files.writeString(staged.path().resolve("a"), "half");
    }
    assertEquals("kept", Files.readString(target.resolve("old")));
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void aTargetThatAppearsMeanwhileIsNotOverwritten() throws Exception {
    try (StagedFolder staged = StagedFolder.open(target, false)) {
      holdOld();
      assertEquals(Kind.USAGE, assertThrows(OutputException.class, staged::commit).kind());
    }
    assertEquals("kept", Files.readString(target.resolve("old")));
  }

  @Test
  void twoRunsToOneTargetDoNotCollide() throws Exception {
    try (StagedFolder first = StagedFolder.open(target, false)) {
      OutputException fault =
          assertThrows(OutputException.class, () -> StagedFolder.open(target, false));
      assertEquals("another run is writing it", fault.fault());
      assertTrue(Files.isDirectory(first.path()));
    }
    commitNew(false);
  }

  @Test
  void whatAKilledRunLeftIsWiped() throws Exception {
    Path stale = dir.resolve("models/.wafer.partial/content/half");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "half");
    commitNew(false);
    assertFalse(Files.exists(target.resolve("half")));
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void whatIsKeptOutlivesRunsThatFailAndIsGoneAfterOneThatDoesNot() throws Exception {
    try (StagedFolder staged = StagedFolder.open(target, false)) {
      Files.createDirectories(staged.kept());
      Files.writeString(staged.kept().resolve("state"), "kept");
    }
    try (StagedFolder staged = StagedFolder.open(target, false)) {
      assertEquals("kept", Files.readString(staged.kept().resolve("state")));
      staged.commit();
    }
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void theOldFolderComesBackWhenARunWasKilledWhileReplacing() throws Exception {
    Path aside = dir.resolve("models/.wafer.partial/previous");
    Files.createDirectories(aside);
    Files.writeString(aside.resolve("old"), "kept");
    assertThrows(OutputException.class, () -> StagedFolder.open(target, false));
    assertEquals("kept", Files.readString(target.resolve("old")));
    assertEquals(List.of("wafer"), besides());
  }

  @Test
  void aFileIsNeverReplaced() throws Exception {
    Files.createDirectories(target.getParent());
    Files.writeString(target, "file");
    OutputException fault =
        assertThrows(OutputException.class, () -> StagedFolder.open(target, true));
    assertEquals("is a file, not a folder", fault.fault());
    assertEquals("file", Files.readString(target));
  }

  @Test
  void theFolderOneStandsInIsNeverReplaced() {
    OutputException fault =
        assertThrows(OutputException.class, () -> StagedFolder.open(Path.of(".."), true));
    assertEquals(Kind.USAGE, fault.kind());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAnOutputFault() throws Exception {
    Path file = Files.writeString(dir.resolve("file"), "");
    OutputException fault =
        assertThrows(
            OutputException.class, () -> StagedFolder.open(file.resolve("sub/model"), false));
    assertEquals(Kind.OUTPUT, fault.kind());
  }

  private void holdOld() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("old"), "kept");
  }

  private void commitNew(boolean replace) throws Exception {
    try (StagedFolder staged = StagedFolder.open(target, replace)) {
      Files.writeString(staged.path().resolve("a"), "new");
      staged.commit();
    }
  }

  private List<String> besides() throws IOException {
    try (Stream<Path> entries = Files.list(target.getParent())) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
