package io.tsad.runtime.detect;

import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.runtime.model.Threshold;
import io.tsad.runtime.relevance.Relevance;
import io.tsad.runtime.series.FiniteValues;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

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
 * input and moves it. A detector holds native memory: close it. Several threads may score with one
 * detector at once.
 */
public final class Detector implements AutoCloseable {
  /** Bounds native memory: 64 MiB of samples, unless one series alone is longer. */
  private static final int MAX_SAMPLES_A_PASS = 1 << 23;

  private final OpenModel model;
  private final InputBuffers buffers = new InputBuffers();
  private final PassSize size = new PassSize();

  /** Scoring holds it for reading, closing for writing: native memory is freed under no pass. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private Detector(OpenModel model) {
    this.model = model;
  }

  /**
   * Opens a model.
   *
   * @param model a model file, or a folder that holds {@code model.onnx}
   * @throws InvalidModelException if it does not fulfil the model contract
   * @throws DeviceUnavailableException if {@code device} is {@link Device#CUDA} and cannot be used,
   *     or does not answer to the card's golden series as at export
   */
  public static Detector open(Path model, Device device)
      throws InvalidModelException, DeviceUnavailableException {
    return open(model, DetectorConfig.on(device));
  }

  /**
   * Opens a model as {@code config} says.
   *
   * @param model a model file, or a folder that holds {@code model.onnx}
   * @throws InvalidModelException if it does not fulfil the model contract
   * @throws DeviceUnavailableException if the device is {@link Device#CUDA} and cannot be used, or
   *     does not answer to the card's golden series as at export
   */
  public static Detector open(Path model, DetectorConfig config)
      throws InvalidModelException, DeviceUnavailableException {
    Detector detector = new Detector(OpenModel.open(model, config));
    return detector.provider().isCuda() ? GpuTrust.checked(detector, model, config) : detector;
  }

  /** Opens a model on the CPU for the reason that {@code provider} gives. */
  static Detector open(Path model, DetectorConfig onCpu, Provider provider)
      throws InvalidModelException, DeviceUnavailableException {
    return new Detector(OpenModel.open(model, onCpu).on(provider));
  }

  /**
   * Begins to load ONNX Runtime in the background, for a process that has other things to do before
   * it opens a detector.
   */
  public static void preload() {
    NativePreload.begin();
  }

  /** The model file that {@code model}, a file or a folder, means. */
  public static Path file(Path model) {
    return Files.isDirectory(model) ? model.resolve("model.onnx") : model;
  }

  /** The version of ONNX Runtime in use. */
  public static String onnxRuntimeVersion() {
    return OpenModel.quietEnvironment().getVersion();
  }

  /**
   * What the model says of itself, read from it anew.
   *
   * @throws IllegalStateException if this detector is closed
   */
  public ModelCard card() {
    try {
      return model.card();
    } catch (InvalidModelException e) {
      throw new IllegalStateException("The card was valid when the model was opened", e);
    }
  }

  /** From which probability of the positive class on the verdict is <em>anomaly</em>. */
  public Threshold threshold() {
    return rules().threshold();
  }

  /** How many samples of a series the model looks at, at most. */
  public int samples() {
    return rules().length().samples();
  }

  /** What scoring needs of the card. */
  private ModelCard rules() {
    return model.rules().card();
  }

  /**
   * Twelve hexadecimal digits that tell this model from others: the start of its card's SHA-256.
   * The card names data, seed and golden probabilities, so two trainings differ in it.
   */
  public String version() {
    return model.rules().version();
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
    checkLength(series);
  }

  /**
   * Checks that {@code series} is long enough: all there is to check of one that a {@link
   * io.tsad.runtime.series.SeriesReader} gave.
   *
   * @throws InvalidSeriesException if not
   */
  public void checkLength(Series series) throws InvalidSeriesException {
    int wanted = rules().length().samples();
    if (series.values().length < wanted && !rules().length().pad()) {
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
   * @throws IllegalStateException if this detector is closed
   */
  public List<Detection> detect(List<Series> batch)
      throws InvalidSeriesException, InvalidModelException, DeviceUnavailableException {
    for (Series series : batch) {
      check(series);
    }
    return detectChecked(batch);
  }

  /**
   * Scores {@code batch} as {@link #detect} does, without looking at its samples once more.
   *
   * @param batch series that have all passed {@link #check} of this detector
   * @return one detection per series, in their order
   * @throws InvalidModelException if the model cannot score them, or not as the contract says
   * @throws DeviceUnavailableException if a GPU fails while it scores
   * @throws IllegalStateException if this detector is closed
   */
  public List<Detection> detectChecked(List<Series> batch)
      throws InvalidModelException, DeviceUnavailableException {
    List<Detection> detections = new ArrayList<>(batch.size());
    int from = 0;
    for (int to = 1; to <= batch.size(); to++) {
      if (to == batch.size()
          || seen(batch.get(to)) != seen(batch.get(from))
          || (to - from + 1L) * seen(batch.get(from)) > MAX_SAMPLES_A_PASS
          || !size.allows(to - from + 1)) {
        size.run(batch.subList(from, to), pass -> detectEqual(pass, detections));
        from = to;
      }
    }
    return detections;
  }

  /** How many samples of {@code series} the model sees. */
  private int seen(Series series) {
    return Math.min(series.values().length, rules().length().samples());
  }

  private void detectEqual(List<Series> batch, List<Detection> into)
      throws InvalidModelException, DeviceUnavailableException {
    int length = seen(batch.get(0));
    DoubleBuffer input = buffers.take(Math.multiplyExact(batch.size(), length));
    OpenModel.Answer answer;
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The detector is closed");
      }
      for (Series series : batch) {
        input.put(series.values(), 0, length);
      }
      answer = model.run(input.flip(), batch.size(), length);
    } finally {
      open.readLock().unlock();
      buffers.giveBack(input);
    }
    for (Series series : batch) {
      into.add(detection(series, length, answer));
    }
  }

  /** The next of {@code answer}. */
  private Detection detection(Series series, int length, OpenModel.Answer answer)
      throws InvalidModelException {
    float first = answer.probabilities().get();
    float second = answer.probabilities().get();
    model.contract().checkProbabilities(first, second, series.name());
    float positive = rules().positiveIndex() == 0 ? first : second;
    Set<Flag> flags = flags(series, length);
    return new Detection(
        Verdict.of(positive, rules().threshold()),
        positive,
        List.of(first, second),
        flags,
        relevance(series, length, flags.contains(Flag.CONSTANT), answer.relevance()));
  }

  private Optional<Relevance> relevance(
      Series series, int length, boolean constant, @Nullable FloatBuffer answer)
      throws InvalidModelException {
    if (answer == null) {
      return Optional.empty();
    }
    float[] samples = new float[length];
    answer.get(samples);
    Relevance given = model.contract().relevance(samples, series.name());
    // Where all samples are equal no place differs from another: what the graph tells apart are
    // the edges of its own windows, and no evidence.
    return Optional.of(constant ? Relevance.of(new float[length]) : given);
  }

  private Set<Flag> flags(Series series, int length) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (series.values().length > length) {
      flags.add(Flag.CUT);
    }
    if (length < rules().length().samples()) {
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
    return SeriesStatistics.of(series.values(), rules().length().samples());
  }

  private List<String> differences(SeriesStatistics series) {
    return rules()
        .inputContract()
        .map(contract -> contract.differences(series, rules().length().samples()))
        .orElse(List.of());
  }

  /** Waits for passes under way and frees native memory; closing again does nothing. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
