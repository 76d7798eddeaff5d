package io.tsad.runtime.infer;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Flag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a result is written: one line for one series. */
sealed interface ResultFormat {
  /** The line of one series, without its end. */
  String line(String path, Detection detection);

  /** The line before all others, or null where there is none. */
  default @Nullable String header() {
    return null;
  }

  /**
   * {@code path<TAB>verdict<TAB>probability of anomaly}, and, where the model was asked, a column
   * more: the windows that hold most of the evidence.
   */
  record Text() implements ResultFormat {
    @Override
    public String line(String path, Detection detection) {
      String line =
          OneLine.of(path)
              + "\t"
              + detection.verdict()
              + "\t"
              + sixDecimals(detection.probability());
      return detection.relevance().isPresent()
          ? line + "\t" + new TopWindows(detection.relevance().get())
          : line;
    }

    /** What {@code %.6f} gives, in a tenth of the time. */
    private static String sixDecimals(float probability) {
      long millionths = Math.round(probability * 1e6);
      String digits = Long.toString(1_000_000 + millionths % 1_000_000);
      return millionths / 1_000_000 + "." + digits.substring(1);
    }
  }

  /** A JSON object. */
  record Json(Origin origin) implements ResultFormat {
    @Override
    public String line(String path, Detection detection) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("path", path);
      fields.put("verdict", detection.verdict().toString());
      fields.put("probability", detection.probability());
      fields.put("threshold", origin.threshold());
      fields.put("flags", detection.flags().stream().map(Flag::toString).toList());
      fields.put("model", origin.model());
      fields.put("version", origin.version());
      fields.put("provider", origin.provider());
      detection
          .relevance()
          .ifPresent(relevance -> fields.put("relevance", new TopWindows(relevance).fields()));
      try {
        return JSON.std.asString(fields);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A row of comma-separated values, as RFC 4180 has them but for the end of its line.
   *
   * @param relevance whether there is a column for it
   */
  record Csv(Origin origin, boolean relevance) implements ResultFormat {
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    @Override
    public String header() {
      return "path,verdict,probability,threshold,flags,model,version,provider"
          + (relevance ? ",relevance" : "");
    }

    @Override
    public String line(String path, Detection detection) {
      Stream<Object> fields =
          Stream.of(
              path,
              detection.verdict(),
              detection.probability(),
              origin.threshold(),
              detection.flags().stream().map(Flag::toString).collect(Collectors.joining(" ")),
              origin.model(),
              origin.version(),
              origin.provider());
      return Stream.concat(fields, detection.relevance().map(TopWindows::new).stream())
          .map(String::valueOf)
          .map(Csv::quoted)
          .collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
      return SPECIAL.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
  }

  /**
   * What all results of a run share.
   *
   * @param model its folder's name
   * @param version twelve hexadecimal digits that tell two trainings apart
   * @param provider ONNX Runtime's name of what it ran on
   */
  record Origin(double threshold, String model, String version, String provider) {}
}
