package io.tsad.runtime.model;

/** The model scores, but does not say where the evidence lies. */
public final class NoRelevanceException extends InvalidModelException {
  public NoRelevanceException(String model) {
    super(
        model,
        "does not say where the evidence lies: it has no output relevance",
        "score without --explain, or export the model again: docs/model-contract.md");
  }
}
