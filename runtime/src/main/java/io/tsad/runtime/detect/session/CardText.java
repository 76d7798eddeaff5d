package io.tsad.runtime.detect.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import org.jspecify.annotations.Nullable;

/** The card in a model, as text. */
final class CardText {
  private CardText() {}

  /**
   * Reads it.
   *
   * @param name what messages call the model
   */
  static String of(OrtSession session, String name) throws OrtException, InvalidModelException {
    @Nullable String json = session.getMetadata().getCustomMetadata().get(Contract.CARD);
    if (json == null) {
      throw new InvalidModelException(
          name,
          "has no card (metadata property %s)".formatted(Contract.CARD),
          "export it with tsad-train, or add a card: docs/model-contract.md");
    }
    return json;
  }
}
