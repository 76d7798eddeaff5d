package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.detect.TinyModel.Flaw;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.Series;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRefusalTest {
  private static final LengthRule THREE = new LengthRule(3, false);

  private static final String CONTRACT =
      "; the contract wants series float64 [batch, length] in and probability float32 [batch, 2]"
          + " out: docs/model-contract.md";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("model.onnx");
  }

  private static String refusal(Path model) {
    String message =
        assertThrows(InvalidModelException.class, () -> Detector.open(model, Device.CPU).close())
            .getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void whatIsNoOnnxModelIsRefused() throws Exception {
    for (byte[] content :
        List.of(
            new byte[0], "not a model\n".getBytes(StandardCharsets.US_ASCII), new byte[10_000])) {
      Files.write(file(), content);
      assertTrue(
          refusal(file()).startsWith(file() + ": is not a model ONNX Runtime can load ("),
          refusal(file()));
    }
  }

  @Test
  void aTruncatedModelIsRefusedWhereverItEnds() throws Exception {
    byte[] whole = Files.readAllBytes(TinyModel.write(file(), TinyModel.card(3)));
    for (int length = 1; length < whole.length; length += 97) {
      Files.write(file(), Arrays.copyOf(whole, length));
      String message = refusal(file());
      assertTrue(message.startsWith(file() + ": "), message);
    }
  }

  @Test
  void aModelWithoutACardIsRefused() throws Exception {
    TinyModel.write(file(), THREE, Map.of("author", "somebody"), Flaw.NONE);
    assertEquals(
        file()
            + ": has no card (metadata property tsad.card);"
            + " export it with tsad-train, or add a card: docs/model-contract.md",
        refusal(file()));
  }

  @Test
  void aModelOfAnotherContractVersionIsRefused() throws Exception {
    TinyModel.write(file(), THREE, Map.of(Contract.CARD, "{\"contractVersion\": 2}"), Flaw.NONE);
    assertEquals(
        file()
            + ": has model contract version 2;"
            + " this tsad reads version 1: use a tsad made for it, or export it again",
        refusal(file()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INPUT_RENAMED | has no input series",
        "INPUT_FLOAT | has an input series of type FLOAT with 2 dimensions",
        "INPUT_OF_RANK_3 | has an input series of type DOUBLE with 3 dimensions",
        "SECOND_INPUT | has 2 inputs",
        "OUTPUT_RENAMED | has no output probability",
        "OUTPUT_DOUBLE | has an output probability of type DOUBLE with 2 dimensions",
        "OUTPUT_OF_RANK_1 | has an output probability of type FLOAT with 1 dimensions",
        "THREE_COLUMNS | has an output probability of 3 columns",
        "THREE_COLUMNS_UNDECLARED | has an output probability of 3 columns",
        "FIXED_SHAPE | has an input series of fixed shape [1, 3]",
        "FIXED_LENGTH | has an input series of fixed shape [any, 3]",
      })
  void aGraphThatBreaksTheContractIsRefusedWithTheClause(Flaw flaw, String fault) throws Exception {
    TinyModel.write(file(), TinyModel.card(3), flaw);
    assertEquals(file() + ": " + fault + CONTRACT, refusal(file()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_SOFTMAX | answers with 0.0 and -1.0 to a.npy, no probabilities that sum to 1",
        "NOT_ALWAYS_A_NUMBER | answers with NaN and NaN to a.npy, no probabilities that sum to 1",
      })
  void anAnswerThatBreaksTheContractIsNoVerdict(Flaw flaw, String fault) throws Exception {
    TinyModel.write(file(), TinyModel.card(1), flaw);
    assertEquals(file() + ": " + fault + CONTRACT, refusal(-1));
  }

  @Test
  void aModelThatCannotPadAsItsCardPromisesIsRefused() throws Exception {
    LengthRule padded = new LengthRule(4, true);
    TinyModel.write(
        file(), TinyModel.card(List.of("normal", "anomaly"), padded, 0.5), Flaw.NO_PADDING);
    String message = refusal(1);
    assertTrue(message.startsWith(file() + ": could not be run on series of 1 samples ("), message);
    assertEquals(
        file() + ": answers with shape [1, 2] to 4 series" + CONTRACT, refusal(1, 1, 1, 1));
  }

  /** What is said when series of one sample each are scored. */
  private String refusal(double... samples) throws Exception {
    List<Series> batch =
        Arrays.stream(samples).mapToObj(x -> new Series("a.npy", new double[] {x})).toList();
    try (Detector detector = Detector.open(file(), Device.CPU)) {
      String message =
          assertThrows(InvalidModelException.class, () -> detector.detect(batch)).getMessage();
      assertEquals(1, message.lines().count(), message);
      return message;
    }
  }

  @Test
  void aMissingModelIsRefused() {
    assertEquals(
        file() + ": no such model file; name a model folder or an .onnx file", refusal(file()));
  }

  @Test
  void aFolderMeansTheModelInIt() throws Exception {
    assertEquals(
        file() + ": no such model file; name a model folder or an .onnx file", refusal(folder));
    TinyModel.write(file(), TinyModel.card(3));
    try (Detector detector = Detector.open(folder, Device.CPU)) {
      assertEquals(3, detector.card().length().samples());
    }
  }
}
