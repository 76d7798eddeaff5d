package io.tsad.dataset.generate;

import io.tsad.dataset.folder.Anomaly;
import io.tsad.dataset.folder.AnomalyIndex;
import io.tsad.dataset.folder.DatasetWriter;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.runtime.series.NpyWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
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
    try (DatasetWriter dataset = DatasetWriter.open(out, replace)) {
      fill(dataset, config, plan, progress);
      dataset.commit();
    }
  }

  private static void fill(
      DatasetWriter dataset, GeneratorConfig config, List<PlannedSeries> plan, IntConsumer progress)
      throws OutputException {
    Map<String, Anomaly> anomalies = new ConcurrentSkipListMap<>();
    AtomicReference<OutputException> fault = new AtomicReference<>();
    plan.parallelStream()
        .takeWhile(planned -> fault.get() == null)
        .forEach(
            planned -> {
              String file = planned.file(config.count(planned.split()));
              GeneratedSeries series = planned.draw(config);
              try {
                write(dataset, file, series, config.sampleType());
              } catch (OutputException e) {
                fault.set(e);
              }
              if (series.anomaly() != null) {
                anomalies.put(file, series.anomaly());
              }
              progress.accept(1);
            });
    if (fault.get() != null) {
      throw fault.get();
    }
    new AnomalyIndex(new TreeMap<>(anomalies)).write(dataset);
  }

  private static void write(
      DatasetWriter dataset, String file, GeneratedSeries series, SampleType type)
      throws OutputException {
    dataset.write(file, path -> type.write(path, series.values()));
    dataset.write(DatasetLayout.mask(file), path -> NpyWriter.write(path, series.mask()));
  }
}
