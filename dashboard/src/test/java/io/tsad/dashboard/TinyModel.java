package io.tsad.dashboard;

import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A model one can compute by hand: the probability of an anomaly is 1 / (1 + e^−mean) of the first
 * eight samples. The graph is a file; the card is put behind it, because in protobuf a message that
 * goes on is the same message.
 */
public final class TinyModel {
  /** Samples it sees; shorter series are refused. */
  public static final int SAMPLES = 8;

  private TinyModel() {}

  /** A card with this threshold and one golden series, whose expectation is right. */
  public static ModelCard card(double threshold) {
    return card(threshold, 0.5f);
  }

  /**
   * The same, whose golden series of zeros expects {@code expected}; only 0.5 passes a self-test.
   */
  public static ModelCard card(double threshold, float expected) {
    return new ModelCard(
        List.of("normal", "anomaly"),
        "anomaly",
        new LengthRule(SAMPLES, false),
        new Threshold(threshold, "by hand"),
        Optional.empty(),
        Map.of(),
        List.of(
            new GoldenSeries(
                "val/normal/zeros.npy", new double[SAMPLES], List.of(1 - expected, expected))));
  }

  /** The probability of an anomaly of a series whose mean is {@code mean}. */
  public static float probability(double mean) {
    return (float) (1 / (1 + Math.exp(-mean)));
  }

  /** Writes {@code model.onnx} with {@code card} into {@code folder}. */
  public static Path write(Path folder, ModelCard card) throws IOException {
    return write(folder, card, "/tiny.onnx");
  }

  /** The same of a model whose relevance is max(0, x) of each sample x. */
  public static Path writeRelevant(Path folder, ModelCard card) throws IOException {
    return write(folder, card, "/relevant.onnx");
  }

  private static Path write(Path folder, ModelCard card, String resource) throws IOException {
    Files.createDirectories(folder);
    try (InputStream graph = TinyModel.class.getResourceAsStream(resource)) {
      ByteArrayOutputStream model = new ByteArrayOutputStream();
      Objects.requireNonNull(graph, resource).transferTo(model);
      ByteArrayOutputStream property = new ByteArrayOutputStream();
      field(property, 1, Contract.CARD.getBytes(StandardCharsets.UTF_8));
      field(property, 2, CardJson.write(card).getBytes(StandardCharsets.UTF_8));
      field(model, 14, property.toByteArray()); // ModelProto.metadata_props
      return Files.write(folder.resolve("model.onnx"), model.toByteArray());
    }
  }

  /** A field of bytes. */
  private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
    out.write((number << 3) | 2);
    int length = bytes.length;
    while (length > 0x7f) {
      out.write((length & 0x7f) | 0x80);
      length >>>= 7;
    }
    out.write(length);
    out.writeBytes(bytes);
  }
}
