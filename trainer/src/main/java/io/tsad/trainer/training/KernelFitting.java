package io.tsad.trainer.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.cli.Progress;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.kernel.KernelModel;
import io.tsad.trainer.kernel.KernelNodes;
import io.tsad.trainer.kernel.KernelTransform;
import io.tsad.trainer.kernel.Pruning;
import io.tsad.trainer.kernel.Ridge;
import io.tsad.trainer.kernel.Sample;
import io.tsad.trainer.kernel.Thinning;
import io.tsad.trainer.kernel.TransformDraw;
import io.tsad.trainer.kernel.view.Grid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits the kernel classifier: draws the kernels, pools what they answer, solves a ridge regression.
 */
record KernelFitting(Plan plan, Progress progress) implements Fitting {
  /** So many series show how much is enough; all features are made of no more. */
  private static final int SAMPLE = 1024;

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
  public FittedModel fit(Run run) throws InvalidDatasetException {
    Dataset dataset = run.dataset();
    TorchDevice device = run.device();
    List<LabelledSeries> train = run.split().train();
    if (plan.runOptions().resume() || plan.runOptions().budget() != null) {
      progress.line(plan.architecture() + " is fitted in one go: --resume and --budget do nothing");
    }
    boolean[] positive = new boolean[train.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = train.get(i).label() == dataset.positive();
    }
    List<int[]> grids =
        train.parallelStream().map(one -> Grid.of(one.values(), plan.length())).toList();
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(device.device())) {
      return plan.pruning() == Pruning.NONE
          ? whole(grids, positive, dataset.positive(), manager, device)
          : pruned(grids, positive, dataset.positive(), manager, device);
    }
  }

  private Fitted whole(
      List<int[]> grids, boolean[] positive, int label, NDManager manager, TorchDevice device)
      throws InvalidDatasetException {
    KernelTransform transform = draw(grids);
    float[][] features = features("Transforming", transform, grids);
    Ridge ridge = Ridge.fit(manager, features, transform.together(), positive);
    announce(ridge, transform, positive);
    return fitted(transform, ridge, features, positive, label, Map.of(), device);
  }

  /** Chooses on a sample how much is enough, and fits that to all series. */
  private Fitted pruned(
      List<int[]> grids, boolean[] positive, int label, NDManager manager, TorchDevice device)
      throws InvalidDatasetException {
    int[] sample = Sample.of(positive, SAMPLE, new RandomStream(plan.fit().seed(), "sample"));
    boolean isAll = sample.length == positive.length;
    List<int[]> some = isAll ? grids : IntStream.of(sample).mapToObj(grids::get).toList();
    boolean[] labels = new boolean[sample.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = positive[sample[i]];
    }
    KernelTransform whole = draw(some);
    Thinning thinning = Thinning.of(whole);
    float[][] tried = features("Transforming", thinning.whole(), some);
    Thinning.Kept kept = thinning.choose(manager, tried, labels);
    KernelTransform transform = kept.transform();
    float[][] features =
        isAll ? kept.columns().of(tried) : features("Transforming", transform, grids);
    Ridge ridge = isAll ? kept.fit() : Ridge.fit(manager, features, transform.together(), positive);
    announce(ridge, transform, positive);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", "thinning");
    fields.put("share", kept.share());
    fields.put("chosenOn", sample.length);
    fields.put("chosenBy", "squared error in leave-one-out");
    fields.put("drawn", counts(whole));
    fields.put("kept", counts(transform));
    return fitted(transform, ridge, features, positive, label, fields, device);
  }

  private static Map<String, Object> counts(KernelTransform transform) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("features", transform.features());
    counts.putAll(transform.counts());
    return counts;
  }

  private KernelTransform draw(List<int[]> grids) {
    return TransformDraw.draw(
        plan.length().samples(), grids, new RandomStream(plan.fit().seed(), "kernels"));
  }

  private float[][] features(String what, KernelTransform transform, List<int[]> grids)
      throws InvalidDatasetException {
    HeapSpace.ofThisJava().require(plan.data(), grids.size(), transform.features());
    progress.start(what, grids.size());
    float[][] features = transform.of(grids, progress::step);
    progress.close();
    return features;
  }

  private void announce(Ridge ridge, KernelTransform transform, boolean[] positive) {
    progress.line(
        String.format(
            Locale.ROOT,
            "Ridge regression on %,d features, penalty %s: %.2f%% right when left out",
            transform.features(),
            ridge.penalty(),
            100 * ridge.accuracy(positive)));
  }

  private Fitted fitted(
      KernelTransform transform,
      Ridge ridge,
      float[][] features,
      boolean[] positive,
      int label,
      Map<String, Object> pruning,
      TorchDevice device) {
    KernelModel model = new KernelModel(transform, ridge.head(), usual(features, positive));
    return new Fitted(plan, label, model, ridge, pruning, device);
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

  private record Fitted(
      Plan plan,
      int positive,
      KernelModel model,
      Ridge ridge,
      Map<String, Object> pruning,
      TorchDevice device)
      implements FittedModel {
    @Override
    public List<float[]> probabilities(List<double[]> raw) {
      return CalibratedModel.uncalibrated(margins(raw, positive), positive);
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
    public Blueprint blueprint(Blueprint planned) {
      return TransformDraw.blueprint(planned, model.transform());
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
      if (!pruning.isEmpty()) {
        fields.put("pruning", pruning);
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
