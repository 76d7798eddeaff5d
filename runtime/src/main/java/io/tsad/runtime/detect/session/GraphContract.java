package io.tsad.runtime.detect.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.NoRelevanceException;
import io.tsad.runtime.relevance.Relevance;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of a model's inputs and outputs.
 *
 * @param model what messages call the model
 */
public record GraphContract(String model) {
  /**
   * Checks what the model declares.
   *
   * @param relevance whether it must tell where the evidence lies
   */
  void check(OrtSession session, boolean relevance) throws OrtException, InvalidModelException {
    if (session.getNumInputs() != 1) {
      throw unmet("has %d inputs".formatted(session.getNumInputs()));
    }
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    long[] series =
        shape(session.getInputInfo(), Contract.SERIES, OnnxJavaType.DOUBLE, "input series");
    if (series[0] != -1 || series[1] != -1) {
      String shape = Arrays.toString(series).replace("-1", "any");
      throw unmet("has an input series of fixed shape " + shape);
    }
    long columns =
        shape(outputs, Contract.PROBABILITY, OnnxJavaType.FLOAT, "output probability")[1];
    if (columns != 2 && columns != -1) {
      throw unmet("has an output probability of %d columns".formatted(columns));
    }
    if (relevance && !outputs.containsKey(Contract.RELEVANCE)) {
      throw new NoRelevanceException(model);
    } else if (relevance) {
      shape(outputs, Contract.RELEVANCE, OnnxJavaType.FLOAT, "output relevance");
    }
  }

  private long[] shape(Map<String, NodeInfo> nodes, String name, OnnxJavaType type, String what)
      throws InvalidModelException {
    @Nullable NodeInfo node = nodes.get(name);
    if (node == null || !(node.getInfo() instanceof TensorInfo tensor)) {
      throw unmet("has no " + what);
    }
    if (tensor.type != type || tensor.getShape().length != 2) {
      throw unmet(
          "has an %s of type %s with %d dimensions"
              .formatted(what, tensor.type, tensor.getShape().length));
    }
    return tensor.getShape();
  }

  /** Checks the shape of what the model answers to {@code batch} series. */
  void checkAnswer(long[] shape, int batch) throws InvalidModelException {
    long[] wanted = {batch, 2};
    if (!Arrays.equals(shape, wanted)) {
      throw unmet("answers with shape %s to %d series".formatted(Arrays.toString(shape), batch));
    }
  }

  /** Checks the shape of the relevance of {@code batch} series of {@code length} samples. */
  void checkRelevance(long[] shape, int batch, int length) throws InvalidModelException {
    long[] wanted = {batch, length};
    if (!Arrays.equals(shape, wanted)) {
      throw unmet(
          "answers with a relevance of shape %s to %d series of %d samples"
              .formatted(Arrays.toString(shape), batch, length));
    }
  }

  /** The relevance that the model answers to one series, checked. */
  public Relevance relevance(float[] samples, String series) throws InvalidModelException {
    try {
      return Relevance.of(samples);
    } catch (IllegalArgumentException e) {
      throw unmet("answers to %s with %s".formatted(series, e.getMessage()));
    }
  }

  /** Checks what the model answers to one series. */
  public void checkProbabilities(float first, float second, String series)
      throws InvalidModelException {
    // Written so that NaN fails.
    if (!(first >= 0 && second >= 0 && Math.abs(first + second - 1) <= 1e-3f)) {
      throw unmet(
          "answers with %s and %s to %s, no probabilities that sum to 1"
              .formatted(first, second, series));
    }
  }

  private InvalidModelException unmet(String fault) {
    return new InvalidModelException(
        model,
        fault,
        "the contract wants series float64 [batch, length] in and probability float32 [batch, 2]"
            + " out: docs/model-contract.md");
  }
}
