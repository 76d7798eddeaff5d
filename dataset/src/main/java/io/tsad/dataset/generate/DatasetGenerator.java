package io.tsad.dataset.generate;

import io.tsad.dataset.folder.DatasetOutput;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;

/**
 * Writes a generated dataset: {@code {train,val}/{anomaly,normal}/NNNN.npy}, for each series a mask
 * {@code mask/<the same path>} that is true where it is anomalous, and an {@link AnomalyIndex}.
 */
public final class DatasetGenerator {
  private DatasetGenerator() {}

  /**
   * Makes the dataset {@code out}. It appears whole or not at all.
   *
   * @param replace whether a dataset that is there already is replaced
   * @param progress told how many more series have been written, from any thread
   * @throws GeneratorException if {@code config} asks for what cannot be made
   * @throws OutputException if {@code out} may not or cannot be written
   */
  public static void generate(
      GeneratorConfig config, Path out, boolean replace, IntConsumer progress)
      throws GeneratorException, OutputException {
    config.check();
    List<PlannedSeries> plan = new ArrayList<>();
    for (Split split : Split.values()) {
      plan.addAll(PlannedSeries.of(config, split));
    }
    try (StagedFolder staged = DatasetOutput.open(out, replace)) {
      try {
        fill(staged.path(), config, plan, progress);
      } catch (IOException e) {
        throw staged.cannotWrite(e);
      } catch (UncheckedIOException e) {
        throw staged.cannotWrite(Objects.requireNonNull(e.getCause()));
      }
      staged.commit();
    }
  }

  private static void fill(
      Path folder, GeneratorConfig config, List<PlannedSeries> plan, IntConsumer progress)
      throws IOException {
    for (Split split : Split.values()) {
      for (String name : List.of("anomaly", "normal")) {
        Files.createDirectories(folder.resolve(split.folder()).resolve(name));
        Files.createDirectories(folder.resolve("mask").resolve(split.folder()).resolve(name));
      }
    }
    Map<String, Anomaly> anomalies = new ConcurrentSkipListMap<>();
    plan.parallelStream()
        .forEach(
            planned -> {
              String file = planned.file(config.count(planned.split()));
              GeneratedSeries series = planned.draw(config);
              write(folder, file, series, config.sampleType());
              if (series.anomaly() != null) {
                anomalies.put(file, series.anomaly());
              }
              progress.accept(1);
            });
    new AnomalyIndex(new TreeMap<>(anomalies)).write(folder);
  }

  private static void write(Path folder, String file, GeneratedSeries series, SampleType type) {
    try {
      type.write(folder.resolve(file), series.values());
      NpyWriter.write(folder.resolve("mask").resolve(file), series.mask());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
