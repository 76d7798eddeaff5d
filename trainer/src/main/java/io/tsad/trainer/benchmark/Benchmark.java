package io.tsad.trainer.benchmark;

import io.tsad.dataset.folder.DatasetWriter;
import io.tsad.dataset.importers.ucr.UcrImport;
import io.tsad.dataset.importers.ucr.UcrLabels;
import io.tsad.dataset.importers.ucr.UcrSet;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.training.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Trains architectures on sets of the archive, on the split its authors gave, with the same options
 * for every set.
 *
 * @param architectures in the order to try them
 * @param seeds of each
 * @param folder where the sets and the models go, {@code SET/data} and {@code
 *     SET/ARCHITECTURE-SEED}
 * @param trainer trains one
 * @param results of this and earlier runs
 * @param line is told of each trial
 */
public record Benchmark(
    List<Architecture> architectures,
    List<Long> seeds,
    Path folder,
    Trainer trainer,
    Results results,
    Consumer<String> line) {

  /** Trains one model. */
  public interface Trainer {
    /**
     * Trains.
     *
     * @param length of the longest series, in samples
     * @param data folder of series
     * @param out model folder to make or to replace
     */
    Trained train(Architecture architecture, long seed, int length, Path data, Path out)
        throws TsadException, InterruptedException;
  }

  /** Runs the trials on one set that are not among the results. */
  public void run(UcrSet set) throws TsadException, InterruptedException {
    if (architectures.stream()
        .allMatch(one -> seeds.stream().allMatch(seed -> has(set, one, seed)))) {
      line.accept(set.name() + ": done before");
      return;
    }
    // Which label means anomaly does not change how many verdicts are right.
    UcrLabels labels = UcrLabels.readLast(set);
    Path data = folder.resolve(set.name()).resolve("data");
    int length;
    try (DatasetWriter dataset = DatasetWriter.open(data, true)) {
      length = new UcrImport(set, labels).write(dataset);
      dataset.commit();
    }
    for (Architecture architecture : architectures) {
      if (length < architecture.minLength()) {
        say("%s %s: its %d samples are too few", set.name(), architecture, length);
        continue;
      }
      for (long seed : seeds) {
        if (!has(set, architecture, seed)) {
          Path out = data.resolveSibling(architecture + "-" + seed);
          Trained trained = trainer.train(architecture, seed, length, data, out);
          Trial trial = trial(set.name(), architecture, seed, labels.train(), length, trained, out);
          results.add(trial);
          say(
              "%s %s, seed %d: accuracy %.4f, AUC %.4f, fitted in %.1f s",
              set.name(), architecture, seed, trial.accuracy(), trial.auc(), trial.seconds());
        }
      }
    }
  }

  private boolean has(UcrSet set, Architecture architecture, long seed) {
    return results.has(set.name(), architecture.toString(), seed);
  }

  private static Trial trial(
      String set,
      Architecture architecture,
      long seed,
      int train,
      int length,
      Trained trained,
      Path out)
      throws OutputException {
    Evaluation evaluation = trained.evaluation();
    return new Trial(
        set,
        architecture.toString(),
        seed,
        train,
        evaluation.scored().size(),
        length,
        evaluation.confusion().accuracy(),
        evaluation.auc(),
        evaluation.reliability().expectedCalibrationError(),
        trained.fitting().toMillis() / 1000.0,
        size(new ModelFolder(out).model()));
  }

  private void say(String format, Object... values) {
    line.accept(String.format(Locale.ROOT, format, values));
  }

  private static long size(Path file) throws OutputException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw OutputException.cannotWrite(file, e);
    }
  }
}
