package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.hostile.Content;
import io.tsad.hostile.Entry;
import io.tsad.hostile.Expected;
import io.tsad.hostile.HostileInput;
import io.tsad.hostile.HostileInputs;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.series.NpyWriter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code tsad-infer} says to the rows of the table. */
@Timeout(30)
class HostileInputTest {
  @TempDir Path folder;
  private Path model = Path.of("");

  @BeforeEach
  void writeModel() throws Exception {
    model = TinyModel.write(folder.resolve("demo.onnx"), TinyModel.card(HostileInput.SAMPLES));
  }

  static Stream<HostileInput> files() {
    return HostileInputs.at(Entry.INFER).stream();
  }

  static Stream<HostileInput> foldersOfThem() {
    return HostileInputs.at(Entry.INFER_FOLDER).stream();
  }

  static Stream<HostileInput> streams() {
    return HostileInputs.at(Entry.STDIN).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aFileIsAnsweredAsItsRowSays(HostileInput row) throws Exception {
    Path file = folder.resolve(row.file());
    row.content().create(file);
    check(row, Entry.INFER, file, InputStream.nullInputStream(), file);
  }

  /** Also that the series before and after it are scored. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("foldersOfThem")
  void inAFolderItHarmsNoOther(HostileInput row) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("folder"));
    NpyWriter.write(inner.resolve("0.npy"), new double[] {0, 1, 2, 3, 4, 5, 6, 7});
    NpyWriter.write(inner.resolve("z.npy"), new double[] {0, 1, 2, 3, 4, 5, 6, 7});
    Path file = inner.resolve(row.file());
    row.content().create(file);
    Run run = check(row, Entry.INFER_FOLDER, inner, InputStream.nullInputStream(), file);
    assertTrue(run.out().get(0).startsWith(inner.resolve("0.npy").toString()), run.toString());
    assertTrue(
        run.out().get(run.out().size() - 1).startsWith(inner.resolve("z.npy").toString()),
        run.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void aStreamIsAnsweredAsItsRowSays(HostileInput row) throws Exception {
    byte[] bytes = ((Content.Bytes) row.content()).bytes();
    check(row, Entry.STDIN, "-", new ByteArrayInputStream(bytes), "-");
  }

  private Run check(HostileInput row, Entry entry, Object operand, InputStream in, Object name)
      throws Exception {
    List<Object> args = new ArrayList<>();
    row.options().forEach((option, value) -> args.add("--" + option + "=" + value));
    args.add(operand);
    Run run = Run.with(model, in, args.toArray());
    Expected expected = row.answer(entry);
    if (expected instanceof Expected.Refused refused) {
      assertEquals(List.of(line(name, refused.words())), run.err(), run.toString());
      assertEquals(3, run.code());
    } else if (expected instanceof Expected.Skipped skipped) {
      assertEquals(List.of(line(name, skipped.words())), run.err(), run.toString());
      assertEquals(0, run.code());
    } else if (expected instanceof Expected.Read read) {
      Path same = folder.resolve("same.npy");
      NpyWriter.write(same, read.values());
      String verdict = Run.with(model, same).out().get(0).replaceFirst("^[^\t]*", "");
      assertTrue(run.out().contains(name + verdict), run + " for " + verdict);
      assertEquals(0, run.code(), run.toString());
    }
    return run;
  }

  private static String line(Object name, String words) {
    return "tsad-infer: " + name + ": " + words;
  }
}
