package io.tsad.trainer.export;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.threshold.Calibration;
import java.util.Optional;

/**
 * A model whose logits are calibrated.
 *
 * @param positive index of the positive class
 */
public record CalibratedNodes(ModelNodes inner, Calibration calibration, int positive)
    implements ModelNodes {
  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Optional<ModelNodes> inHalf() {
    return inner.inHalf().map(half -> new CalibratedNodes(half, calibration, positive));
  }

  @Override
  public boolean isFastestOnCpu() {
    return inner.isFastestOnCpu();
  }

  @Override
  public Scoring add(OnnxGraph graph, String series, LengthRule rule) {
    Scoring scoring = inner.add(graph, series, rule);
    float slope = (float) calibration.slope();
    float half = (float) (calibration.intercept() / 2);
    String scaled =
        graph.node(
            "calibration.scaled",
            "Mul",
            scoring.logits(),
            graph.floats("calibration.slope", new float[] {slope}));
    String calibrated =
        graph.node(
            "calibration.logits",
            "Add",
            scaled,
            graph.floats(
                "calibration.intercept",
                positive == 1 ? new float[] {-half, half} : new float[] {half, -half},
                2));
    return new Scoring() {
      @Override
      public String logits() {
        return calibrated;
      }

      @Override
      public void addRelevance(String output, int of) {
        scoring.addRelevance(output, of);
      }
    };
  }
}
