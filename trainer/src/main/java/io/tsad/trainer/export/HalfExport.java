package io.tsad.trainer.export;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.runtime.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a second file beside {@code model.onnx}, which computes in float16 between the scaled
 * series and the logits: half the size, and much faster on a GPU that multiplies float16 in
 * hardware. Input, output and card are those of {@code model.onnx}, but for two fields of the card:
 * its precision, and a parity receipt of its own.
 *
 * @param half the model's nodes, as {@link ModelNodes#inHalf} gives them
 * @param folder that holds {@code model.onnx}
 * @param version of tsad
 */
public record HalfExport(ModelNodes half, Path folder, String version) {
  /**
   * Writes it.
   *
   * @param card that of {@code model.onnx}
   * @param single what {@code model.onnx} says of {@code series}, one row per series
   * @return how far it is from that
   * @throws ParityException if that is more than {@link Parity#HALF_TOLERANCE}; there is no file
   *     then
   */
  public Parity write(ModelCard card, List<Series> series, List<List<Float>> single)
      throws IOException, TsadException {
    Path file = new ModelFolder(folder).half();
    OnnxModel model = new OnnxModel(half, card.length(), card.positiveIndex(), version);
    try {
      model.write(file, with(card, Map.of()));
      Parity parity = check(series, single, Exporter.score(file, series));
      model.write(file, with(card, Map.of("parity", parity.toMap())));
      return parity;
    } catch (IOException | TsadException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Parity check(List<Series> series, List<List<Float>> single, List<List<Float>> half)
      throws ParityException {
    double largest = 0;
    for (int row = 0; row < series.size(); row++) {
      double difference = Parity.difference(single.get(row), half.get(row));
      if (!(difference <= Parity.HALF_TOLERANCE)) {
        throw ParityException.ofHalf(
            series.get(row).name(), single.get(row).get(0), half.get(row).get(0));
      }
      largest = Math.max(largest, difference);
    }
    return new Parity(series.size(), largest, Parity.HALF_TOLERANCE);
  }

  private static ModelCard with(ModelCard card, Map<String, Object> more) {
    Map<String, Object> provenance = new LinkedHashMap<>(card.provenance());
    provenance.put(Contract.PRECISION, Contract.FLOAT16);
    provenance.putAll(more);
    return card.withProvenance(provenance);
  }
}
