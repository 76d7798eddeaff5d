package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
  private static final String WRITE_AGAIN =
      "; write it again with numpy.savez or numpy.savez_compressed";

  @TempDir Path folder;

  private static byte[] npy(double... values) {
    return NpyBytes.of(
        "'<f8'", "(" + values.length + ",)", NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, values));
  }

  private List<String> read(byte[] archive) throws Exception {
    Path file = Files.write(folder.resolve("x.npz"), archive);
    List<String> lines = Reading.of(file);
    return lines.stream().map(line -> line.replace(folder + "/", "")).toList();
  }

  @Test
  void eachArrayIsASeriesInTheOrderOfTheArchive() throws Exception {
    Object[] entries = {
      "z.npy", npy(1), "a.npy", npy(2), "d/", new byte[0], "d/b.npy", npy(3), "note.txt", npy(4)
    };
    List<String> expected = List.of("x.npz#z [1.0]", "x.npz#a [2.0]", "x.npz#d/b [3.0]");
    assertEquals(expected, read(NpzBytes.stored(entries)));
    assertEquals(expected, read(NpzBytes.deflated(entries)));
  }

  @Test
  void aBrokenArrayCostsItselfAlone() throws Exception {
    byte[] broken = npy(1, 2);
    byte[] archive =
        NpzBytes.stored(
            "nan.npy", npy(Double.NaN), "cut.npy", Arrays.copyOf(broken, 20), "good.npy", npy(5));
    assertEquals(
        List.of(
            "x.npz#nan: has NaN at index 0; impute or remove missing values first",
            "x.npz#cut: is truncated: it ends within its header; copy or write the file again",
            "x.npz#good [5.0]"),
        read(archive));
  }

  @Test
  void changedBytesAreFoundByTheChecksum() throws Exception {
    byte[] archive = NpzBytes.stored("a.npy", npy(1, 2), "b.npy", npy(3));
    int data = indexOf(archive, NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1));
    archive[data] ^= 1;
    assertEquals(
        List.of("x.npz#a: is truncated or damaged (wrong checksum)" + WRITE_AGAIN, "x.npz#b [3.0]"),
        read(archive));
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    return HexFormat.of().formatHex(bytes).indexOf(HexFormat.of().formatHex(part)) / 2;
  }

  @Test
  void aDamagedDeflationCostsItselfAlone() throws Exception {
    byte[] archive = NpzBytes.deflated("a.npy", npy(1, 2), "b.npy", npy(3));
    int data = indexOf(archive, "a.npy".getBytes(StandardCharsets.US_ASCII)) + 5;
    Arrays.fill(archive, data, data + 4, (byte) 0xff);
    assertEquals(
        List.of(
            "x.npz#a: is truncated or damaged (it cannot be unpacked)" + WRITE_AGAIN,
            "x.npz#b [3.0]"),
        read(archive));
  }

  @Test
  void anArchiveThatCannotBeOpenedIsOneFault() throws Exception {
    byte[] archive = NpzBytes.stored("a.npy", npy(1, 2));
    assertEquals(
        List.of("x.npz: is truncated or damaged (its end is missing)" + WRITE_AGAIN),
        read(Arrays.copyOf(archive, archive.length - 30)));
    assertEquals(
        List.of("x.npz: is not a .npz archive (wrong magic bytes)" + WRITE_AGAIN),
        read("hello".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(List.of("x.npz: is empty; write the file again"), read(new byte[0]));
    assertEquals(
        List.of("x.npz: is encrypted; write it without a password"),
        read(Files.readAllBytes(Path.of("src/test/resources/fuzz/npz/encrypted"))));
    List<String> undecodable =
        read(Files.readAllBytes(Path.of("src/test/resources/fuzz/npz/name-not-utf8")));
    assertEquals(1, undecodable.size(), undecodable.toString());
    // Each JDK has words of its own for such a name.
    assertTrue(
        undecodable.get(0).startsWith("x.npz: is truncated or damaged ("), undecodable.get(0));
  }

  @Test
  void anArchiveWithoutArraysIsAFault() throws Exception {
    String fault = "x.npz: has no arrays (.npy entries)" + WRITE_AGAIN;
    assertEquals(List.of(fault), read(NpzBytes.stored()));
    assertEquals(List.of(fault), read(NpzBytes.stored("a.csv", npy(1))));
  }

  @Test
  void arraysOfOneNameAreRefusedBothForNobodyCouldTellThemApart() throws Exception {
    byte[] archive = NpzBytes.stored("a.npy", npy(1), "b.npy", npy(2), "c.npy", npy(3));
    archive[indexOf(archive, "b.npy".getBytes(StandardCharsets.US_ASCII))] = 'a';
    int inDirectory = indexOf(archive, "b.npy".getBytes(StandardCharsets.US_ASCII));
    archive[inDirectory] = 'a';
    String fault = "x.npz#a: is twice in the archive" + WRITE_AGAIN;
    assertEquals(List.of(fault, fault, "x.npz#c [3.0]"), read(archive));
  }

  @Test
  void anArrayIsReadNoFurtherThanItsOwnHeaderGoes() throws Exception {
    byte[] bomb = Arrays.copyOf(npy(1, 2), 20_000_000);
    List<String> lines = read(NpzBytes.deflated("bomb.npy", bomb, "good.npy", npy(5)));
    assertEquals(
        List.of(
            "x.npz#bomb: has trailing bytes: more data than the 16 bytes its header promises;"
                + " write it again, one array a file",
            "x.npz#good [5.0]"),
        lines);
  }

  @Test
  void anArchiveOnAStreamLeavesNoFileBehind() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long before = copies(temporary);
    SeriesCursor cursor =
        new SeriesReader(Column.only())
            .open(
                Files.newInputStream(
                    Files.write(folder.resolve("in"), NpzBytes.stored("a.npy", npy(1)))),
                "-");
    cursor.next();
    assertEquals(before, copies(temporary));
    cursor.close();
    assertTrue(Reading.of(Arrays.copyOf(NpzBytes.stored("a.npy", npy(1)), 50)).size() == 1);
    assertEquals(before, copies(temporary));
  }

  private static long copies(Path temporary) throws Exception {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.toString().endsWith(".npz")).count();
    }
  }
}
