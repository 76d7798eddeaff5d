package io.tsad.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.jr.ob.JSON;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardJsonTest {
  private static final String GOOD =
      """
      {"contractVersion": 1, "classes": ["normal", "anomaly"], "positive": "anomaly",
       "length": {"samples": 3, "longer": "cut", "shorter": "refuse"},
       "threshold": {"value": 0.5, "method": "argmax"},
       "training": {"epochs": 3},
       "golden": [{"name": "a.npy", "probability": [0.25, 0.75], "float64": "AAAAAAAA8D8="}]}
      """;

  private static final InputContract MEASURED =
      InputContract.of(
          List.of(
              SeriesStatistics.of(new double[] {0.1, -0.0, 1e-308, 1e-308}),
              SeriesStatistics.of(new double[] {1e300, -7})));

  private static ModelCard full() {
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("zeal", 1e-7);
    training.put("epochs", 3);
    training.put("deviations", List.of("noise centred", "ä, \u2028 and \"quotes\""));
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("training", training);
    provenance.put("architecture", Map.of("name", "cnn"));
    return new ModelCard(
        List.of("1", "0"),
        "0",
        new LengthRule(3653, true),
        new Threshold(0.1234567890123456, "Youden's J on the held-back share"),
        Optional.of(MEASURED),
        provenance,
        List.of(
            new GoldenSeries("a.npy", new double[] {0.1, -0.0, 1e-308}, List.of(0.1f, 0.9f)),
            new GoldenSeries("b.npy", new double[] {}, List.of(1e-20f, 1f))));
  }

  @Test
  void aCardComesBackAsItWasWritten() throws Exception {
    ModelCard card = full();
    String json = CardJson.write(card);
    ModelCard read = CardJson.read(json, "m.onnx");
    assertEquals(card.classes(), read.classes());
    assertEquals(1, read.positiveIndex());
    assertEquals(card.length(), read.length());
    assertEquals(card.threshold(), read.threshold());
    assertEquals(card.inputContract(), read.inputContract());
    assertEquals(card.provenance(), read.provenance());
    assertEquals(card.golden().size(), read.golden().size());
    for (int i = 0; i < card.golden().size(); i++) {
      GoldenSeries expected = card.golden().get(i);
      assertEquals(expected.name(), read.golden().get(i).name());
      assertArrayEquals(expected.values(), read.golden().get(i).values());
      assertEquals(expected.probabilities(), read.golden().get(i).probabilities());
    }
    assertEquals(json, CardJson.write(read), "byte for byte");
  }

  @Test
  void whatTrainingWarnedOfIsReadAndOtherFieldsOfThatNameAreKept() throws Exception {
    List<Warning> warnings =
        List.of(new Warning("leak", "3 of 9 series of val are in train too"), new Warning("x", ""));
    ModelCard card =
        full()
            .withProvenance(
                Map.of(Contract.WARNINGS, warnings.stream().map(Warning::toMap).toList()));
    String json = CardJson.write(card);
    assertEquals(warnings, CardJson.read(json, "m.onnx").warnings());
    assertEquals(List.of(), CardJson.read(CardJson.write(full()), "m.onnx").warnings(), "old card");
    for (Object other : new Object[] {"beware", 7, List.of(1, Map.of("code", 1), Map.of())}) {
      Map<String, Object> foreign = Map.of(Contract.WARNINGS, other);
      ModelCard read = CardJson.read(CardJson.write(full().withProvenance(foreign)), "m.onnx");
      assertEquals(List.of(), read.warnings());
      assertEquals(foreign, read.provenance());
    }
  }

  @Test
  void aCardWithoutInputContractIsReadAndItsOtherFieldsAreKept() throws Exception {
    ModelCard card = CardJson.read(GOOD, "m.onnx");
    assertEquals(Optional.empty(), card.inputContract());
    assertEquals(Map.of("training", Map.of("epochs", 3)), card.provenance());
    assertArrayEquals(new double[] {1}, card.golden().get(0).values());
  }

  @Test
  void anotherContractVersionIsRefusedWithTheOneThatIsRead() {
    assertEquals(
        "m.onnx: has model contract version 2;"
            + " this tsad reads version 1: use a tsad made for it, or export it again",
        refusal(GOOD.replace("\"contractVersion\": 1", "\"contractVersion\": 2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "contractVersion   | null                | contractVersion is missing",
        "contractVersion   | \"1\"               | contractVersion must be an integer",
        "contractVersion   | 1.5                 | contractVersion must be an integer",
        "classes           | null                | classes is missing",
        "classes           | \"normal\"          | classes must be a list of strings",
        "classes           | [0, 1]              | classes must be a list of strings",
        "classes           | [\"anomaly\"]       | classes must name two classes",
        "classes           | [\"a\", \"b\", \"anomaly\"] | classes must name two classes",
        "classes           | [\"anomaly\", \"anomaly\"] | classes must name two classes",
        "positive          | null                | positive is missing",
        "positive          | 1                   | positive must be a string",
        "positive          | \"fault\"           | positive must be one of the classes",
        "length            | null                | length is missing",
        "length            | 3653                | length must be an object",
        "length.samples    | null                | length.samples is missing",
        "length.samples    | \"3653\"            | length.samples must be an integer",
        "length.samples    | 0                   | length.samples must be from 1 to 2^31-1",
        "length.samples    | 2147483648          | length.samples must be from 1 to 2^31-1",
        "length.samples    | 1e300               | length.samples must be an integer",
        "length.longer     | null                | length.longer is missing",
        "length.longer     | \"resample\"        | length.longer must be cut",
        "length.shorter    | null                | length.shorter is missing",
        "length.shorter    | true                | length.shorter must be a string",
        "length.shorter    | \"stretch\"         | length.shorter must be pad or refuse",
        "threshold         | null                | threshold is missing",
        "threshold         | 0.5                 | threshold must be an object",
        "threshold.value   | null                | threshold.value is missing",
        "threshold.value   | \"0.5\"             | threshold.value must be a number",
        "threshold.value   | 1.01                | threshold.value must be from 0 to 1",
        "threshold.value   | -1e-9               | threshold.value must be from 0 to 1",
        "threshold.method  | null                | threshold.method is missing",
        "inputContract     | [1]                 | inputContract must be an object",
        "inputContract.length | null             | inputContract.length is missing",
        "inputContract.minimum | [1, 2]          | inputContract.minimum must be an object",
        "inputContract.range.p25 | null          | inputContract.range.p25 is missing",
        "inputContract.range.p25 | \"1\"         | inputContract.range.p25 must be a number",
        "inputContract.maximum.p100 | -8         | inputContract.maximum.p100 must not be below p0",
        "golden            | null                | golden is missing",
        "golden            | {}                  | golden must be a list of objects",
        "golden            | [1]                 | golden must be a list of objects",
        "golden[0].name    | null                | golden[0].name is missing",
        "golden[0].float64 | null                | golden[0].float64 is missing",
        "golden[0].float64 | \"%\"               | golden[0].float64 must be base64",
        "golden[0].float64 | \"AAAA\"            | golden[0].float64 must be base64 of 8-byte samples",
        "golden[0].probability | null            | golden[0].probability is missing",
        "golden[0].probability | [\"a\", \"b\"]  | golden[0].probability must be a list of numbers",
        "golden[0].probability | [1]             | golden[0].probability must have two numbers",
      })
  void aMissingOrWrongFieldIsNamedByItsPath(String path, String value, String rule)
      throws Exception {
    assertEquals(
        "m.onnx: has a card that breaks the model contract; in tsad.card, " + rule,
        refusal(with(path, JSON.std.anyFrom(value))));
  }

  @Test
  void aQuantileBeyondAllDoublesIsRefused() throws Exception {
    String card = with("inputContract.range.p25", 123.5);
    assertEquals(
        "m.onnx: has a card that breaks the model contract;"
            + " in tsad.card, inputContract.range.p25 must be a number that fits 64 bits",
        refusal(card.replace("123.5", "1e999")));
  }

  /** The good card with another value at {@code path}. */
  private static String with(String path, @Nullable Object value) throws Exception {
    Map<String, Object> card = JSON.std.mapFrom(GOOD);
    card.put("inputContract", JSON.std.mapFrom(JSON.std.asString(MEASURED.toMap())));
    put(card, path.replace("[0]", ""), value);
    return JSON.std.asString(card);
  }

  @SuppressWarnings("unchecked")
  private static void put(@Nullable Object at, String path, @Nullable Object value) {
    Object object = at instanceof List<?> list ? list.get(0) : at;
    Map<String, @Nullable Object> fields =
        (Map<String, @Nullable Object>) Objects.requireNonNull(object);
    int dot = path.indexOf('.');
    if (dot < 0) {
      fields.put(path, value);
    } else {
      put(fields.get(path.substring(0, dot)), path.substring(dot + 1), value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "1", "\"card\"", "{", "{\"classes\": NaN}"})
  void whatIsNoJsonObjectIsRefused(String json) {
    assertEquals(
        "m.onnx: has a card that is not a JSON object;"
            + " export it again, or mend its tsad.card property",
        refusal(json));
  }

  private static String refusal(String json) {
    return assertThrows(InvalidModelException.class, () -> CardJson.read(json, "m.onnx"))
        .getMessage();
  }
}
