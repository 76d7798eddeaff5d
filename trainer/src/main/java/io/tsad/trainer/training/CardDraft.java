package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.Fingerprint;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.EvaluationJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Warning;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.threshold.Calibration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the parts of a model's card that are known when training ends. */
record CardDraft(Blueprint blueprint, Map<String, Object> training) {
  ModelCard of(Dataset dataset, CalibratedModel tuned) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("architecture", architecture());
    if (tuned.nodes().isFastestOnCpu()) {
      provenance.put(Contract.FASTEST_ON, Contract.CPU);
    }
    provenance.put("training", training);
    tuned.calibration().ifPresent(one -> provenance.put("calibration", calibration(one)));
    provenance.put("data", data(dataset));
    provenance.put("libraries", libraries());
    return new ModelCard(
        dataset.classes(),
        dataset.classes().get(dataset.positive()),
        dataset.length(),
        tuned.threshold(),
        Optional.of(dataset.inputContract()),
        provenance,
        List.of());
  }

  private Map<String, Object> architecture() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", blueprint.name());
    fields.put("parameters", blueprint.parameters());
    fields.put("parameterCount", blueprint.parameterCount());
    return fields;
  }

  private static Map<String, Object> calibration(Calibration calibration) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", calibration.method());
    fields.put("slope", calibration.slope());
    fields.put("intercept", calibration.intercept());
    return fields;
  }

  private static Map<String, Object> data(Dataset dataset) {
    Fingerprint fingerprint = Fingerprint.of(dataset);
    Map<String, Object> fields = new LinkedHashMap<>(fingerprint.counts());
    fields.put("sha256", fingerprint.sha256());
    return fields;
  }

  private static Map<String, Object> libraries() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tsad", Version.current());
    fields.put("djl", Engine.getDjlVersion());
    fields.put("pytorch", Engine.getEngine("PyTorch").getVersion());
    fields.put("onnxruntime", Detector.onnxRuntimeVersion());
    return fields;
  }

  /** What the card says of the model's quality, by the names of its sections. */
  static Map<String, Object> results(Evaluation evaluation, List<Warning> warnings) {
    Map<String, Object> validation = new LinkedHashMap<>();
    validation.put("series", evaluation.scored().size());
    validation.putAll(EvaluationJson.headline(evaluation));
    Map<String, Object> sections = new LinkedHashMap<>();
    sections.put("validation", validation);
    if (!warnings.isEmpty()) {
      sections.put(Contract.WARNINGS, warnings.stream().map(Warning::toMap).toList());
    }
    return sections;
  }
}
