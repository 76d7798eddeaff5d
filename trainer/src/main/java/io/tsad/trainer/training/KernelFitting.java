package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.cli.Progress;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.kernel.KernelNodes;
import io.tsad.trainer.fit.RandomStream;
import io.tsad.trainer.kernel.Grid;
import io.tsad.trainer.kernel.KernelModel;
import io.tsad.trainer.kernel.KernelTransform;
import io.tsad.trainer.kernel.Ridge;
import io.tsad.trainer.kernel.TransformDraw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fits the kernel classifier: draws the kernels, pools what they answer, solves a ridge regression.
 */
record KernelFitting(Plan plan, Progress progress) implements Fitting {
  @Override
  public Blueprint blueprint() {
    return TransformDraw.blueprint(plan.architecture().toString(), plan.length().samples());
  }

  @Override
  public boolean needsHeldBack() {
    return false;
  }

  @Override
  public CalibrationMethod calibration() {
    return CalibrationMethod.AUTO;
  }

  @Override
  public FittedModel fit(Dataset dataset, HeldBack split, TorchDevice device, StagedFolder folder)
      throws InvalidDatasetException {
    List<LabelledSeries> train = split.train();
    if (plan.endurance().resume() || plan.endurance().budget() != null) {
      progress.line(plan.architecture() + " is fitted in one go: --resume and --budget do nothing");
    }
    List<int[]> grids =
        train.parallelStream().map(one -> Grid.of(one.values(), plan.length())).toList();
    KernelTransform transform =
        TransformDraw.draw(
            plan.length().samples(), grids, new RandomStream(plan.fit().seed(), "kernels"));
    HeapSpace.ofThisJava().require(plan.data(), train.size(), transform.features());
    progress.start("Transforming", train.size());
    float[][] features = transform.of(grids, progress::step);
    progress.close();
    boolean[] positive = new boolean[train.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = train.get(i).label() == dataset.positive();
    }
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(device.device())) {
      Ridge ridge = Ridge.fit(manager, features, transform.pooled(), positive);
      progress.line(
          String.format(
              Locale.ROOT,
              "Ridge regression on %,d features, penalty %s: %.2f%% right when left out",
              transform.features(),
              ridge.penalty(),
              100 * ridge.accuracy(positive)));
      return new Fitted(
          plan,
          dataset.positive(),
          new KernelModel(transform, ridge.head(), usual(features, positive)),
          ridge,
          device);
    }
  }

  private static float[] usual(float[][] features, boolean[] positive) {
    double[] sum = new double[features[0].length];
    int series = 0;
    for (int i = 0; i < features.length; i++) {
      for (int j = 0; j < sum.length && !positive[i]; j++) {
        sum[j] += features[i][j];
      }
      series += positive[i] ? 0 : 1;
    }
    float[] usual = new float[sum.length];
    for (int j = 0; j < usual.length; j++) {
      usual[j] = (float) (sum[j] / series);
    }
    return usual;
  }

  private record Fitted(Plan plan, int positive, KernelModel model, Ridge ridge, TorchDevice device)
      implements FittedModel {

    @Override
    public List<float[]> probabilities(List<double[]> raw) {
      return Tuned.uncalibrated(margins(raw, positive), positive);
    }

    @Override
    public double[] margins(List<double[]> raw, int of) {
      double[] margins = model.margins(raw, plan.length());
      for (int i = 0; i < margins.length && of != positive; i++) {
        margins[i] = -margins[i];
      }
      return margins;
    }

    @Override
    public Optional<double[]> leftOut() {
      return Optional.of(ridge.leftOut());
    }

    @Override
    public Map<String, Object> training(HeldBack split) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("recipe", plan.recipe().name());
      fields.put("method", "ridge regression");
      fields.put("penalty", ridge.penalty());
      fields.put("penaltyChosenBy", "squared error in leave-one-out");
      if (ridge.share() > 0) {
        fields.put("innovationsShare", ridge.share());
      }
      fields.put("heldBack", 0);
      fields.put("seed", plan.fit().seed());
      fields.put("device", device.name());
      return fields;
    }

    @Override
    public ModelNodes nodes() {
      return new KernelNodes(plan.architecture().toString(), model, positive);
    }

    @Override
    public void close() {}
  }
}
