package io.tsad.runtime.detect.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.FileName;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.OnnxRuntime;
import io.tsad.runtime.detect.device.OrtMessage;
import io.tsad.runtime.detect.device.Provider;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.ModelFolder;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX Runtime session whose model has been checked against the contract.
 *
 * @param name what messages call the model
 * @param outputs what it is asked for
 * @param copy the memory the session reads its weights from, kept reachable here; or null
 * @param reused what a GPU writes its answers into
 */
public record OpenModel(
    String name,
    OrtEnvironment environment,
    OrtSession session,
    Rules rules,
    Provider provider,
    Set<Output> outputs,
    @Nullable ByteBuffer copy,
    ReusedOutputs reused)
    implements AutoCloseable {
  /** Opens the model that {@code path}, a file or a folder, means. */
  public static OpenModel open(Path path, SessionConfig config)
      throws InvalidModelException, DeviceUnavailableException {
    Path file = ModelFolder.fileOf(path);
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
    OrtEnvironment environment = OnnxRuntime.loaded();
    try {
      return new SessionFactory(environment, config, name, search).open(file);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed while opening " + name, e);
    }
  }

  /** The same model, said to run on {@code other} for its reason. */
  public OpenModel on(Provider other) {
    return new OpenModel(name, environment, session, rules, other, outputs, copy, reused);
  }

  /** The whole card, from the model itself. */
  public ModelCard card() throws InvalidModelException {
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
  public record Answer(FloatBuffer probabilities, @Nullable FloatBuffer relevance) {}

  /** Scores {@code batch} series of {@code length} samples each. */
  public Answer run(DoubleBuffer input, int batch, int length)
      throws InvalidModelException, DeviceUnavailableException {
    try (OnnxTensor tensor =
        OnnxTensor.createTensor(environment, input, new long[] {batch, length})) {
      return provider.isCuda() ? onGpu(tensor, batch, length) : onCpu(tensor, batch, length);
    } catch (OrtException e) {
      String fault =
          "could not be run on series of %d samples (%s)".formatted(length, OrtMessage.of(e));
      if (!provider.isCuda()) {
        throw new InvalidModelException(
            name,
            fault,
            "it must take any batch and every length its card allows: docs/model-contract.md",
            e);
      }
      throw GpuFault.of(name, fault + " on CUDA", e);
    }
  }

  private Answer onCpu(OnnxTensor series, int batch, int length)
      throws OrtException, InvalidModelException {
    try (OrtSession.Result result = session.run(Map.of(Contract.SERIES, series), wanted())) {
      OnnxTensor probability = output(result, Contract.PROBABILITY);
      contract().checkAnswer(probability.getInfo().getShape(), batch);
      if (!relevance()) {
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
    if (relevance()) {
      shapes.put(Contract.RELEVANCE, new long[] {batch, length});
    }
    Map<String, FloatBuffer> answers =
        reused.run(environment, session, Map.of(Contract.SERIES, series), shapes);
    return new Answer(
        Objects.requireNonNull(answers.get(Contract.PROBABILITY)), answers.get(Contract.RELEVANCE));
  }

  private boolean relevance() {
    return outputs.contains(Output.RELEVANCE);
  }

  private Set<String> wanted() {
    return outputs.stream().map(Output::tensor).collect(Collectors.toSet());
  }

  private static OnnxTensor output(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  /** What the contract says of its answers. */
  public GraphContract contract() {
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
