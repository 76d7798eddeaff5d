package io.tsad.trainer.generate;

import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Writes a generated dataset: {@code {train,val}/{anomaly,normal}/NNNN.npy}, for each series a mask
 * {@code mask/<the same path>} that is true where it is anomalous, and an {@link AnomalyIndex}.
 */
public final class DatasetGenerator {
  private DatasetGenerator() {}

  /**
   * Makes the dataset {@code out}, which must not exist or be empty. It appears whole or not at
   * all.
   *
   * @param progress told the number of series written so far, from any thread
   */
  public static void generate(GeneratorConfig config, Path out, IntConsumer progress)
      throws GeneratorException {
    config.check();
    List<PlannedSeries> plan = new ArrayList<>();
    for (Split split : Split.values()) {
      plan.addAll(PlannedSeries.of(config, split));
    }
    StagedFolder folder = StagedFolder.open(out);
    try {
      fill(folder.path(), config, plan, progress);
    } catch (IOException | UncheckedIOException e) {
      folder.discard();
      throw folder.failed(e);
    }
    folder.publish();
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
    AtomicInteger written = new AtomicInteger();
    plan.parallelStream()
        .forEach(
            planned -> {
              String file = planned.file(config.count(planned.split()));
              GeneratedSeries series = planned.draw(config);
              write(folder, file, series, config.sampleType());
              if (series.anomaly() != null) {
                anomalies.put(file, series.anomaly());
              }
              progress.accept(written.incrementAndGet());
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
