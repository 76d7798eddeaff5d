package io.tsad.runtime.detect;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ONNX Runtime session whose model has been checked against the contract. */
record OpenModel(OrtEnvironment environment, OrtSession session, ModelCard card, Provider provider)
    implements AutoCloseable {
  static OpenModel open(Path path, Device device)
      throws InvalidModelException, DeviceUnavailableException {
    Path file = Files.isDirectory(path) ? path.resolve("model.onnx") : path;
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      throw new InvalidModelException(
          name, "no such model file", "name a model folder or an .onnx file");
    }
    if (!Files.isReadable(file)) {
      throw new InvalidModelException(
          name, "may not be read by this user", "change its permissions");
    }
    OrtEnvironment environment = quietEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      Provider provider = chooseProvider(options, device);
      OrtSession session = createSession(environment, name, options);
      try {
        return new OpenModel(environment, session, checked(session, name), provider);
      } catch (OrtException | InvalidModelException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed while opening " + name, e);
    }
  }

  /** Quiet: what goes wrong is said once, by tsad, in words for its user. */
  static OrtEnvironment quietEnvironment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "tsad");
  }

  private static OrtSession createSession(
      OrtEnvironment environment, String name, OrtSession.SessionOptions options)
      throws InvalidModelException {
    try {
      return environment.createSession(name, options);
    } catch (OrtException e) {
      throw new InvalidModelException(
          name,
          "is not a model ONNX Runtime can load (" + oneLine(e) + ")",
          "export it with tsad-train, or see docs/model-contract.md",
          e);
    }
  }

  private static Provider chooseProvider(OrtSession.SessionOptions options, Device device)
      throws DeviceUnavailableException, OrtException {
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    if (device == Device.CPU) {
      return new Provider(OrtProvider.CPU.getName(), "asked for");
    }
    // The list of providers says what was compiled in, not what works: only trying tells.
    try {
      options.addCUDA();
      return new Provider(
          OrtProvider.CUDA.getName(), device == Device.CUDA ? "asked for" : "usable here");
    } catch (OrtException e) {
      if (device == Device.CUDA) {
        throw new DeviceUnavailableException(
            "--device cuda",
            "ONNX Runtime cannot use CUDA here (" + oneLine(e) + ")",
            "use a build made with -Pcuda on a host with CUDA 12 and cuDNN 9, or --device cpu",
            e);
      }
      return new Provider(OrtProvider.CPU.getName(), "CUDA is not usable here");
    }
  }

  private static ModelCard checked(OrtSession session, String name)
      throws OrtException, InvalidModelException {
    @Nullable String json = session.getMetadata().getCustomMetadata().get(Contract.CARD);
    if (json == null) {
      throw new InvalidModelException(
          name,
          "has no card (metadata property %s)".formatted(Contract.CARD),
          "export it with tsad-train, or add a card: docs/model-contract.md");
    }
    ModelCard card = CardJson.read(json, name);
    if (session.getNumInputs() != 1) {
      throw unmet(name, "has %d inputs".formatted(session.getNumInputs()));
    }
    require(
        tensor(session.getInputInfo(), Contract.SERIES), OnnxJavaType.DOUBLE, name, "input series");
    TensorInfo probability = tensor(session.getOutputInfo(), Contract.PROBABILITY);
    require(probability, OnnxJavaType.FLOAT, name, "output probability");
    return card;
  }

  private static @Nullable TensorInfo tensor(Map<String, NodeInfo> nodes, String name) {
    NodeInfo node = nodes.get(name);
    return node != null && node.getInfo() instanceof TensorInfo tensor ? tensor : null;
  }

  private static void require(
      @Nullable TensorInfo tensor, OnnxJavaType type, String model, String what)
      throws InvalidModelException {
    if (tensor == null) {
      throw unmet(model, "has no %s".formatted(what));
    }
    if (tensor.type != type || tensor.getShape().length != 2) {
      throw unmet(
          model,
          "has an %s of type %s with %d dimensions"
              .formatted(what, tensor.type, tensor.getShape().length));
    }
    long columns = tensor.getShape()[1];
    if (what.endsWith(Contract.PROBABILITY) && columns != 2 && columns != -1) {
      throw unmet(model, "has an %s of %d columns".formatted(what, columns));
    }
  }

  private static InvalidModelException unmet(String model, String fault) {
    return new InvalidModelException(
        model,
        fault,
        "the contract wants series float64 [batch, length] in and probability float32 [batch, 2]"
            + " out: docs/model-contract.md");
  }

  private static String oneLine(OrtException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.length() <= 120 ? message : message.substring(0, 117) + "...";
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
