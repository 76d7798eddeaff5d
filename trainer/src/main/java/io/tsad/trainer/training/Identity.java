package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.Fingerprint;
import io.tsad.runtime.cli.Version;
import io.tsad.trainer.backpropagation.FitConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that the state of a training depends on but time, by the names users know. */
final class Identity {
  private Identity() {}

  static Map<String, String> of(Run run) {
    Plan plan = run.plan();
    Dataset dataset = run.dataset();
    FitConfig fit = plan.fit();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("the version of tsad", Version.current());
    fields.put("PyTorch", Engine.getEngine("PyTorch").getVersion());
    fields.put("the device", run.device().device().getDeviceType());
    fields.put("the data", Fingerprint.of(dataset).sha256());
    fields.put("--positive", dataset.classes().get(dataset.positive()));
    fields.put("--arch", plan.architecture());
    fields.put("--ensemble", plan.ensemble());
    fields.put("--length", plan.length().samples());
    fields.put("--pad", plan.length().pad());
    fields.put("--recipe", plan.recipe().name());
    fields.putAll(fit.options());
    fields.put("--held-back", plan.recipe().heldBack());
    fields.put("--seed", fit.seed());
    fields.put("--budget", String.valueOf(plan.runOptions().budget()));
    Map<String, String> identity = new LinkedHashMap<>();
    fields.forEach((name, value) -> identity.put(name, value.toString()));
    return identity;
  }
}
