

import ai.djl.Device;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.backpropagation.Checkpoints;
import io.tsad.trainer.backpropagation.Fit;
import io.tsad.trainer.backpropagation.FitConfig;
import io.tsad.trainer.backpropagation.FitListener;
import io.tsad.trainer.backpropagation.FitData;
import io.tsad.trainer.backpropagation.Noise;
import io.tsad.trainer.torch.Torch;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Series a second of the reference network in training, on random series, beside {@code
 * torch_speed.py}: everything that a fit does, from drawing series to counting right answers. Prints
 * {@code training batch way µs series/s} for each setting, after a warm-up of a third of the time; the
 * microseconds are processor time that a step takes of the thread that starts it.
 *
 * <p>{@code java [-Dthreads=N] -cp CLASSPATH TrainingSpeed.java cuda|cpu LENGTH SECONDS BATCH:WAY...}, where WAY
 * is how Adam goes over the weights: {@code fused} or {@code pieces}
 */
final class TrainingSpeed {
  private static final int SERIES = 1531;

  public static void main(String[] args) throws Exception {
    Torch.prepare(Integer.getInteger("threads", Runtime.getRuntime().availableProcessors()), System.err::println);
    Torch.start();
    Device device = args[0].equals("cuda") ? Device.gpu() : Device.cpu();
    int length = Integer.parseInt(args[1]);
    double seconds = Double.parseDouble(args[2]);
    Random random = new Random(0);
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      series.add(
          new LabelledSeries("series " + i, random.doubles(length).toArray(), random.nextInt(2)));
    }
    FitData data = new FitData(series, List.of(), 2, new LengthRule(length, false));
    for (int i = 3; i < args.length; i++) {
      int batch = Integer.parseInt(args[i].split(":")[0]);
      String way = args[i].split(":")[1];
      System.setProperty("tsad.adam", way);
      FitConfig config =
          FitConfig.builder()
              .epochs(Integer.MAX_VALUE)
              .batch(batch)
              .warmup(100)
              .noise(new Noise(-0.025, 0.025))
              .build();
      Pace pace = new Pace(seconds / 3);
      new Fit(config, seconds * 4 / 3, InstantSource.system())
          .run(Cnn.of(length), data, device, pace, Checkpoints.NONE)
          .network()
          .close();
      System.out.printf(
          Locale.ROOT, "training\t%d\t%s\t%.0f\t%.1f%n", batch, way, pace.micros(), pace.perSecond());
    }
  }

  /** Counts from the first step after the warm-up to the last one. */
  private static final class Pace implements FitListener {
    private final double warmUp;
    private final long start = System.nanoTime();
    private long from;
    private long to;
    private long cpuFrom;
    private long cpuTo;
    private long steps = -1;
    private long learnt;

    private Pace(double warmUp) {
      this.warmUp = warmUp;
    }

    @Override
    public void resumed(long before) {}

    @Override
    public void batch(int size) {
      to = System.nanoTime();
      if (to - start < warmUp * 1e9) {
        return;
      }
      cpuTo = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      if (steps < 0) {
        from = to;
        cpuFrom = cpuTo;
      } else {
        learnt += size;
      }
      steps++;
    }

    @Override
    public void step(Step step) {}

    @Override
    public void epoch(Epoch epoch) {}

    private double micros() {
      return (cpuTo - cpuFrom) / 1e3 / steps;
    }

    private double perSecond() {
      return learnt / ((to - from) / 1e9);
    }
  }
}
