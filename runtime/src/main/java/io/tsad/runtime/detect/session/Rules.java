package io.tsad.runtime.detect.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.Sha256;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import java.util.List;
import java.util.Map;

/**
 * What scoring needs of a model that was checked against the contract, in a few kilobytes. Kept
 * with the cached copy, it spares the next start both the check and the card, of which golden
 * series make up nearly all.
 *
 * @param version as {@link Detector#version} says
 * @param card without provenance and golden series
 */
public record Rules(String version, ModelCard card) {
  private static final int VERSION_DIGITS = 12;

  /**
   * Checks the model in {@code session}.
   *
   * @param relevance whether it must tell where the evidence lies
   */
  static Rules check(OrtSession session, String name, boolean relevance)
      throws OrtException, InvalidModelException {
    String text = CardText.of(session, name);
    ModelCard card = CardJson.read(text, name);
    new GraphContract(name).check(session, relevance);
    ModelCard rules = card.withProvenance(Map.of()).withGolden(List.of());
    return new Rules(Sha256.of(text).substring(0, VERSION_DIGITS), rules);
  }
}
