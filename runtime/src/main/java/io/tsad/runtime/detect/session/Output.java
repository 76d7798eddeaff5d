package io.tsad.runtime.detect.session;

import io.tsad.runtime.model.Contract;

/** What a model can be asked for; each is an output of its graph. */
public enum Output {
  /** Of the classes. Always asked for: a verdict follows from it. */
  PROBABILITY(Contract.PROBABILITY),
  /** Where the evidence lies. */
  RELEVANCE(Contract.RELEVANCE);

  private final String tensor;

  Output(String tensor) {
    this.tensor = tensor;
  }

  /** Its name in the graph. */
  String tensor() {
    return tensor;
  }
}
