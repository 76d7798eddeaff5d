package io.tsad.runtime.command;

import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.detect.Provider;
import io.tsad.runtime.model.ModelCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a result is written: one line for one series. */
enum ResultFormat {
  /** {@code path<TAB>verdict<TAB>probability of anomaly}. */
  TEXT {
    @Override
    String line(String path, Detection detection, ModelCard card, String model, Provider provider) {
      return String.format(
          Locale.ROOT, "%s\t%s\t%.6f", path, detection.verdict(), detection.probability());
    }
  },
  /** A JSON object. */
  JSON {
    @Override
    String line(String path, Detection detection, ModelCard card, String model, Provider provider) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("path", path);
      fields.put("verdict", detection.verdict().toString());
      fields.put("probability", detection.probability());
      fields.put("threshold", card.threshold().value());
      fields.put("flags", detection.flags().stream().map(Flag::toString).toList());
      fields.put("model", model);
      fields.put("provider", provider.name());
      try {
        return com.fasterxml.jackson.jr.ob.JSON.std.asString(fields);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  abstract String line(
      String path, Detection detection, ModelCard card, String model, Provider provider);
}
