package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesReaderTest {
  private static final byte[] NPY =
      NpyBytes.of("'<f8'", "(2,)", NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2));

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, String text) throws Exception {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theExtensionTellsTheFormatInEitherCase() throws Exception {
    for (String name : List.of("a.npy", "a.NPY")) {
      Path file = write(name, NPY);
      assertEquals(List.of(file + " [1.0, 2.0]"), Reading.of(file));
    }
    Path commas = write("a.csv", "v\n1\n2\n");
    assertEquals(List.of(commas + " [1.0, 2.0]"), Reading.of(commas));
    Path tabs = write("a.TSV", "v\n0,5\n2\n");
    assertEquals(List.of(tabs + " [0.5, 2.0]"), Reading.of(tabs));
    Path archive = write("a.Npz", NpzBytes.deflated("x.npy", NPY));
    assertEquals(List.of(archive + "#x [1.0, 2.0]"), Reading.of(archive));
  }

  @Test
  void theFirstBytesTellTheFormatOfAFileWithAnotherExtension() throws Exception {
    Path array = write("array", NPY);
    assertEquals(List.of(array + " [1.0, 2.0]"), Reading.of(array));
    Path text = write("a.txt", "1\n2\n");
    assertEquals(List.of(text + " [1.0, 2.0]"), Reading.of(text));
    Path archive = write("a.zip", NpzBytes.deflated("x.npy", NPY));
    assertEquals(List.of(archive + "#x [1.0, 2.0]"), Reading.of(archive));
  }

  @Test
  void aSeriesLongerThanAllowedIsRefusedWhateverItsFormat() throws Exception {
    SeriesReader reader = new SeriesReader(Layout.UNKNOWN, 1);
    for (byte[] bytes :
        List.of(NPY, NpzBytes.deflated("x.npy", NPY), "1\n2\n".getBytes(StandardCharsets.UTF_8))) {
      List<String> read = Reading.of(reader.open(new ByteArrayInputStream(bytes), "a"));
      assertEquals(1, read.size());
      assertEquals(
          "has 2 samples; at most 1 are read here",
          read.get(0).substring(read.get(0).indexOf(": ") + 2));
    }
    Path file = write("a.npy", NPY);
    assertEquals(
        List.of(file + ": has 2 samples; at most 1 are read here"), Reading.of(reader.open(file)));
  }

  @Test
  void aFileIsNotTakenForAnotherFormatThanItsExtensionClaims() throws Exception {
    Path array = write("a.npy", "1\n2\n");
    assertEquals(
        List.of(
            array + ": is not a .npy file (wrong magic bytes); save the series with numpy.save"),
        Reading.of(array));
    Path archive = write("a.npz", NPY);
    assertEquals(
        List.of(
            archive
                + ": is not a .npz archive (wrong magic bytes);"
                + " write it again with numpy.savez or numpy.savez_compressed"),
        Reading.of(archive));
  }

  @Test
  void theFirstBytesTellTheFormatOfAStream() throws Exception {
    assertEquals(List.of("- [1.0, 2.0]"), Reading.of(NPY));
    assertEquals(List.of("-#x [1.0, 2.0]"), Reading.of(NpzBytes.stored("x.npy", NPY)));
    assertEquals(List.of("- [1.0, 2.0]"), Reading.of("v\n1\n2\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("-: is empty; write the file again"), Reading.of(new byte[0]));
    assertEquals(
        List.of(
            "-: is neither .npy nor .npz nor text (it has control characters);"
                + " write it as one of them, text in UTF-8"),
        Reading.of(new byte[] {0, 1, 2, 3, 4}));
    assertEquals(
        List.of(
            "-: is neither .npy nor .npz nor text (it is not UTF-8);"
                + " write it as one of them, text in UTF-8"),
        Reading.of(new byte[] {(byte) 0xff, (byte) 0xfe, '1', 0}));
  }

  @Test
  void aStreamStaysOpen() throws Exception {
    InputStream closed =
        new ByteArrayInputStream(NPY) {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    SeriesCursor cursor = new SeriesReader(Column.only()).open(closed, "-");
    assertEquals(List.of("- [1.0, 2.0]"), Reading.of(cursor));
  }

  @Test
  void aPipeIsReadOnceWhateverItsName() throws Exception {
    for (String name : List.of("pipe", "pipe.npz", "pipe.csv", "pipe.npy")) {
      byte[] bytes =
          name.endsWith(".csv")
              ? "1\n2\n".getBytes(StandardCharsets.UTF_8)
              : name.endsWith(".npz") ? NpzBytes.stored("x.npy", NPY) : NPY;
      Path pipe = folder.resolve(name);
      assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
      Process writer =
          new ProcessBuilder("sh", "-c", "cat \"$0\" > \"$1\"", write("in", bytes).toString(), name)
              .directory(folder.toFile())
              .start();
      String series = name.endsWith(".npz") ? pipe + "#x" : pipe.toString();
      assertEquals(List.of(series + " [1.0, 2.0]"), Reading.of(pipe));
      assertEquals(0, writer.waitFor());
    }
  }

  @Test
  void aFaultyFileIsOneFaultWhenItsFirstSeriesIsAskedFor() throws Exception {
    for (String name : List.of("no.npy", "no.npz", "no.csv", "no")) {
      Path missing = folder.resolve(name);
      assertEquals(List.of(missing + ": no such file; check the path"), Reading.of(missing));
    }
    for (String name : List.of("dir.npy", "dir.npz", "dir.csv", "dir")) {
      Path directory = Files.createDirectory(folder.resolve(name));
      assertEquals(
          List.of(directory + ": is a directory; name a series file"), Reading.of(directory));
    }
    Path late = folder.resolve("late.npy");
    SeriesCursor cursor = new SeriesReader(Column.only()).open(late);
    Files.write(late, NPY);
    assertEquals(List.of(late + " [1.0, 2.0]"), Reading.of(cursor));
  }

  @Test
  void aClosedCursorGivesNothingMore() throws Exception {
    SeriesCursor cursor = new SeriesReader(Column.only()).open(write("a.npy", NPY));
    cursor.close();
    assertEquals(List.of(), Reading.of(cursor));
  }

  @Test
  void aSeriesThatDoesNotFitInMemoryCostsItselfAlone() throws Exception {
    Path large = write("large.npy", NpyBytes.of("'|u1'", "(40000000,)", new byte[0]));
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(Files.size(large) + 40_000_000);
    }
    Path archive =
        write("a.npz", NpzBytes.deflated("large.npy", Files.readAllBytes(large), "small.npy", NPY));
    Path small = write("small.npy", NPY);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                large.toString(),
                archive.toString(),
                small.toString())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(true, process.waitFor(60, TimeUnit.SECONDS));
    String fault =
        " does not fit in memory (32 MiB for Java);"
            + " give Java more, for example TSAD_JAVA_OPTIONS=-Xmx4g";
    assertEquals(
        List.of(
            large + ":" + fault,
            archive + ":" + fault,
            archive + "#small [1.0, 2.0]",
            small + " [1.0, 2.0]"),
        out.lines().toList());
  }

  @Test
  void aColumnIsANumberFromOneOrAName() {
    assertEquals(new Column.Digits("2"), Column.of("2"));
    assertEquals(new Column.Digits("0"), Column.of("0"));
    assertEquals(new Column.Named("2"), Column.of("name:2"));
    assertEquals(new Column.Numbered(2), Column.of("number: 2"));
    assertEquals(new Column.Named("value 2"), Column.of(" value 2 "));
    assertEquals(new Column.Named("-1"), Column.of("-1"));
    for (String wrong : List.of("", " ", "number:", "number:0", "number:x", "number:99999999999")) {
      assertThrows(IllegalArgumentException.class, () -> Column.of(wrong), wrong);
    }
  }
}
