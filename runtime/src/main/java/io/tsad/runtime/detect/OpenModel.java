package io.tsad.runtime.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.FileName;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX Runtime session whose model has been checked against the contract.
 *
 * @param name what messages call the model
 * @param relevance whether it is asked where the evidence lies
 * @param copy the memory the session reads its weights from, kept reachable here; or null
 * @param outputs what a GPU writes its answers into
 */
record OpenModel(
    String name,
    OrtEnvironment environment,
    OrtSession session,
    Rules rules,
    Provider provider,
    boolean relevance,
    @Nullable ByteBuffer copy,
    ReusedOutputs outputs)
    implements AutoCloseable {
  static OpenModel open(Path path, DetectorConfig config)
      throws InvalidModelException, DeviceUnavailableException {
    Path file = Detector.file(path);
    String name = FileName.of(file);
    if (FileName.isLost(file.toString())) {
      throw new InvalidModelException(
          name,
          "has a name that Java cannot read here, and ONNX Runtime not open",
          "rename it, or set LC_ALL to a locale with UTF-8, such as C.UTF-8");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidModelException(
          name,
          Files.exists(file) ? "is no regular file" : "no such model file",
          "name a model folder or an .onnx file");
    }
    if (!Files.isReadable(file)) {
      throw new InvalidModelException(
          name, "may not be read by this user", "change its permissions");
    }
    ModelCache copies = config.copies();
    CopySearch search = copies == null ? null : CopySearch.begin(copies, file);
    OrtEnvironment environment = loadedEnvironment();
    try {
      return new SessionFactory(environment, config, name, search).open(file);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed while opening " + name, e);
    }
  }

  /** The same model, said to run on {@code other} for its reason. */
  OpenModel on(Provider other) {
    return new OpenModel(name, environment, session, rules, other, relevance, copy, outputs);
  }

  /** Quiet: what goes wrong is said once, by tsad, in words for its user. */
  static OrtEnvironment quietEnvironment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "tsad");
  }

  /** The same for one session. */
  static void quiet(OrtSession.SessionOptions options) throws OrtException {
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
  }

  static OrtEnvironment loadedEnvironment() throws DeviceUnavailableException {
    try {
      return quietEnvironment();
    } catch (LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new DeviceUnavailableException(
          "ONNX Runtime",
          "its native library cannot be loaded (" + OrtMessage.of(cause) + ")",
          "it is unpacked to the folder in -Djava.io.tmpdir: see that this one exists, has room"
              + " and is not mounted noexec",
          e);
    }
  }

  /** The whole card, from the model itself. */
  ModelCard card() throws InvalidModelException {
    try {
      return CardJson.read(CardText.of(session, name), name);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed to read the card of " + name, e);
    }
  }

  /**
   * What a pass answers, one series after the other.
   *
   * @param probabilities a pair per series
   * @param relevance a number per sample of each series, or null where nobody asked
   */
  record Answer(FloatBuffer probabilities, @Nullable FloatBuffer relevance) {}

  /** Scores {@code batch} series of {@code length} samples each. */
  Answer run(DoubleBuffer input, int batch, int length)
      throws InvalidModelException, DeviceUnavailableException {
    try (OnnxTensor tensor =
        OnnxTensor.createTensor(environment, input, new long[] {batch, length})) {
      return provider.isCuda() ? onGpu(tensor, batch, length) : onCpu(tensor, batch, length);
    } catch (OrtException e) {
      String message = OrtMessage.of(e);
      String fault = "could not be run on series of %d samples (%s)".formatted(length, message);
      if (!provider.isCuda()) {
        throw new InvalidModelException(
            name,
            fault,
            "it must take any batch and every length its card allows: docs/model-contract.md",
            e);
      }
      fault += " on CUDA";
      if (GpuMemoryException.isMeantBy(message)) {
        throw new GpuMemoryException(
            name, fault, "free some of the GPU's memory, or use --device cpu", e);
      }
      // The driver or cuDNN: what the CPU would say of the model is not known.
      throw new DeviceUnavailableException(
          name, fault, "see what tsad-infer doctor says, or use --device cpu", e);
    }
  }

  private Answer onCpu(OnnxTensor series, int batch, int length)
      throws OrtException, InvalidModelException {
    try (OrtSession.Result result = session.run(Map.of(Contract.SERIES, series), wanted())) {
      OnnxTensor probability = output(result, Contract.PROBABILITY);
      contract().checkAnswer(probability.getInfo().getShape(), batch);
      if (!relevance) {
        return new Answer(probability.getFloatBuffer(), null);
      }
      OnnxTensor evidence = output(result, Contract.RELEVANCE);
      contract().checkRelevance(evidence.getInfo().getShape(), batch, length);
      return new Answer(probability.getFloatBuffer(), evidence.getFloatBuffer());
    }
  }

  private Answer onGpu(OnnxTensor series, int batch, int length) throws OrtException {
    Map<String, long[]> shapes = new HashMap<>();
    shapes.put(Contract.PROBABILITY, new long[] {batch, 2});
    if (relevance) {
      shapes.put(Contract.RELEVANCE, new long[] {batch, length});
    }
    Map<String, FloatBuffer> answers =
        outputs.run(environment, session, Map.of(Contract.SERIES, series), shapes);
    return new Answer(
        Objects.requireNonNull(answers.get(Contract.PROBABILITY)), answers.get(Contract.RELEVANCE));
  }

  private Set<String> wanted() {
    return relevance
        ? Set.of(Contract.PROBABILITY, Contract.RELEVANCE)
        : Set.of(Contract.PROBABILITY);
  }

  private static OnnxTensor output(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  GraphContract contract() {
    return new GraphContract(name);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed to close a session", e);
    }
  }
}
