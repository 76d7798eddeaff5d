package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import io.tsad.runtime.command.Version;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.dataset.Dataset;
import io.tsad.trainer.dataset.Fingerprint;
import io.tsad.trainer.evaluate.Evaluation;
import io.tsad.trainer.evaluate.EvaluationJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the parts of a model's card that are known when training ends. */
record CardDraft(Plan plan, Blueprint blueprint, TorchDevice device) {
  ModelCard of(Dataset dataset, HeldBack split, Threshold threshold) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("architecture", architecture());
    provenance.put("training", training(split));
    provenance.put("data", data(dataset));
    provenance.put("libraries", libraries());
    return new ModelCard(
        dataset.classes(),
        dataset.classes().get(dataset.positive()),
        dataset.length(),
        threshold,
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

  private Map<String, Object> training(HeldBack split) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("recipe", plan.recipe().name());
    fields.put("deviations", plan.recipe().deviations());
    fields.put("epochs", plan.fit().epochs());
    fields.put("batch", plan.fit().batch());
    fields.put("optimizer", "Adam");
    fields.put("learningRate", plan.fit().learningRate());
    fields.put("warmup", plan.fit().warmup());
    fields.put("loss", "cross-entropy");
    fields.put("sampler", "weighted by class, with replacement");
    fields.put("noise", List.of(plan.recipe().noise().low(), plan.recipe().noise().high()));
    fields.put("heldBack", split.held().size());
    fields.put("seed", plan.fit().seed());
    fields.put("device", device.device().getDeviceType());
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

  /** What the card says of the model's quality. */
  static Map<String, Object> validation(Evaluation evaluation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("series", evaluation.scored().size());
    fields.putAll(EvaluationJson.headline(evaluation));
    return fields;
  }
}
