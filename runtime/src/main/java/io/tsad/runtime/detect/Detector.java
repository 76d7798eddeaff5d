package io.tsad.runtime.detect;

import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.runtime.series.FiniteValues;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Scores series with one model.
 *
 * <pre>{@code
 * try (Detector detector = Detector.open(model, Device.AUTO)) {
 *   Series series = new Series(file.toString(), NpyReader.read(file));
 *   Detection detection = detector.detect(List.of(series)).get(0);
 *   System.out.println(detection.verdict() + " " + detection.probability());
 * }
 * }</pre>
 *
 * <p>Cutting, scaling and casting are nodes of the model's graph, so this class only checks its
 * input and moves it. A detector holds native memory: close it. Use one per thread.
 */
public final class Detector implements AutoCloseable {
  /** Bounds native memory: 64 MiB of samples, unless one series alone is longer. */
  private static final int MAX_SAMPLES_A_PASS = 1 << 23;

  private final OpenModel model;
  private boolean closed;

  private Detector(OpenModel model) {
    this.model = model;
  }

  /**
   * Opens a model.
   *
   * @param model a model file, or a folder that holds {@code model.onnx}
   * @throws InvalidModelException if it does not fulfil the model contract
   * @throws DeviceUnavailableException if {@code device} is {@link Device#CUDA} and cannot be used
   */
  public static Detector open(Path model, Device device)
      throws InvalidModelException, DeviceUnavailableException {
    return new Detector(OpenModel.open(model, device));
  }

  /** The version of ONNX Runtime in use. */
  public static String onnxRuntimeVersion() {
    return OpenModel.quietEnvironment().getVersion();
  }

  /** What the model says of itself. */
  public ModelCard card() {
    return model.card();
  }

  /** What messages call the model. */
  String name() {
    return model.name();
  }

  /** What the model really runs on, and why. */
  public Provider provider() {
    return model.provider();
  }

  /**
   * Checks that {@code series} can be scored: finite samples, enough of them.
   *
   * @throws InvalidSeriesException if not
   */
  public void check(Series series) throws InvalidSeriesException {
    FiniteValues.require(series.name(), series.values());
    int wanted = card().length().samples();
    if (series.values().length < wanted && !card().length().pad()) {
      throw new InvalidSeriesException(
          series.name(),
          "is too short: %,d samples".formatted(series.values().length),
          "this model needs %,d; give longer series, or train with --pad".formatted(wanted));
    }
  }

  /**
   * Why {@code series} is flagged {@link Flag#OUTSIDE_CONTRACT}.
   *
   * @param series one that passes {@link #check}
   * @return reasons for people, as {@link InputContract#differences} gives them; empty if the
   *     series is like those the model learned from, or the card does not say what they were like
   */
  public List<String> differences(Series series) {
    return differences(statistics(series));
  }

  /**
   * Checks that {@code series} is like those the model learned from.
   *
   * @param series one that passes {@link #check}
   * @throws InvalidSeriesException with the reasons if not
   */
  public void checkLikeTraining(Series series) throws InvalidSeriesException {
    List<String> differences = differences(series);
    if (!differences.isEmpty()) {
      throw new InvalidSeriesException(
          series.name(),
          "is unlike the training series (%s)".formatted(String.join("; ", differences)),
          "check its source and unit, or train with series like it");
    }
  }

  /**
   * Scores {@code batch}: in one pass where all are of one length after cutting and fit, else in
   * several.
   *
   * @return one detection per series, in their order
   * @throws InvalidSeriesException if one of them fails {@link #check}; none is scored then
   * @throws InvalidModelException if the model cannot score them, or not as the contract says
   * @throws DeviceUnavailableException if a GPU fails while it scores
   */
  public List<Detection> detect(List<Series> batch)
      throws InvalidSeriesException, InvalidModelException, DeviceUnavailableException {
    for (Series series : batch) {
      check(series);
    }
    List<Detection> detections = new ArrayList<>(batch.size());
    int from = 0;
    for (int to = 1; to <= batch.size(); to++) {
      if (to == batch.size()
          || seen(batch.get(to)) != seen(batch.get(from))
          || (to - from + 1L) * seen(batch.get(from)) > MAX_SAMPLES_A_PASS) {
        detectEqual(batch.subList(from, to), detections);
        from = to;
      }
    }
    return detections;
  }

  /** How many samples of {@code series} the model sees. */
  private int seen(Series series) {
    return Math.min(series.values().length, card().length().samples());
  }

  private void detectEqual(List<Series> batch, List<Detection> into)
      throws InvalidModelException, DeviceUnavailableException {
    int length = seen(batch.get(0));
    DoubleBuffer input =
        ByteBuffer.allocateDirect(
                Math.multiplyExact(Double.BYTES, Math.multiplyExact(batch.size(), length)))
            .order(ByteOrder.nativeOrder())
            .asDoubleBuffer();
    for (Series series : batch) {
      input.put(series.values(), 0, length);
    }
    FloatBuffer probabilities = model.run(input.flip(), batch.size(), length);
    for (Series series : batch) {
      into.add(detection(series, length, probabilities.get(), probabilities.get()));
    }
  }

  private Detection detection(Series series, int length, float first, float second)
      throws InvalidModelException {
    model.contract().checkProbabilities(first, second, series.name());
    float positive = card().positiveIndex() == 0 ? first : second;
    return new Detection(
        Verdict.of(positive, card().threshold()),
        positive,
        List.of(first, second),
        flags(series, length));
  }

  private Set<Flag> flags(Series series, int length) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (series.values().length > length) {
      flags.add(Flag.CUT);
    }
    if (length < card().length().samples()) {
      flags.add(Flag.PADDED);
    }
    SeriesStatistics statistics = statistics(series);
    if (statistics.range() == 0) {
      flags.add(Flag.CONSTANT);
    }
    if (!differences(statistics).isEmpty()) {
      flags.add(Flag.OUTSIDE_CONTRACT);
    }
    return flags;
  }

  private SeriesStatistics statistics(Series series) {
    return SeriesStatistics.of(series.values(), card().length().samples());
  }

  private List<String> differences(SeriesStatistics series) {
    return card()
        .inputContract()
        .map(contract -> contract.differences(series, card().length().samples()))
        .orElse(List.of());
  }

  /** Frees native memory; closing again does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      model.close();
    }
  }
}
