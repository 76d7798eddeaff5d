package io.tsad.trainer.inspect;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inspection as JSON, for other programs. */
public final class JsonReport {
  private final Inspection inspection;

  public JsonReport(Inspection inspection) {
    this.inspection = inspection;
  }

  /** One object; no line feed at the end. */
  public String render() {
    Map<String, Object> json = new LinkedHashMap<>();
    List<String> classes = inspection.files().classes();
    json.put("folder", inspection.files().root().toString());
    json.put("classes", classes);
    json.put(
        "positive",
        inspection.positive().isPresent() ? classes.get(inspection.positive().getAsInt()) : null);
    for (SplitReport split : inspection.splits()) {
      json.put(split.name(), split(split));
    }
    json.put("duplicates", inspection.duplicates().stream().map(JsonReport::duplicate).toList());
    json.put("ignored", inspection.files().ignored());
    json.put("warnings", inspection.warnings().stream().map(Warning::toMap).toList());
    json.put("problems", inspection.problems().stream().map(JsonReport::problem).toList());
    try {
      return JSON.std
          .with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
          .asString(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> split(SplitReport split) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Object> counts = new LinkedHashMap<>();
    Map<String, Object> masks = new LinkedHashMap<>();
    for (int label = 0; label < split.counts().size(); label++) {
      String name = inspection.files().classes().get(label);
      MaskSummary mask = split.masks().get(label);
      counts.put(name, split.counts().get(label));
      masks.put(name, ordered("series", mask.series(), "meanShare", mask.meanShare()));
    }
    InputContract statistics = split.statistics();
    json.put("counts", counts);
    json.put("statistics", statistics == null ? null : statistics.toMap());
    Map<String, Integer> magnitudes = new LinkedHashMap<>();
    split.magnitudes().forEach((power, series) -> magnitudes.put("1e" + power, series));
    json.put("rangesByMagnitude", magnitudes);
    json.put("constant", split.constant());
    json.put("masks", masks);
    return json;
  }

  private static Map<String, Object> duplicate(Duplicate duplicate) {
    Map<String, Object> json =
        ordered(
            "acrossSplits", duplicate.acrossSplits(), "acrossClasses", duplicate.acrossClasses());
    json.put("names", duplicate.names());
    return json;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> json = ordered("file", problem.file(), "fault", problem.fault());
    json.put("remedy", problem.remedy());
    return json;
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(first, firstValue);
    json.put(second, secondValue);
    return json;
  }
}
