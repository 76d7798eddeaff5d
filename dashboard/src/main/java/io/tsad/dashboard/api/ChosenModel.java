package io.tsad.dashboard.api;

import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;

/** Which model a request means. */
public final class ChosenModel {
  private ChosenModel() {}

  /** The model that {@code name} names, or the active one. */
  public static Model of(Shelf shelf, Parameter name) throws ProblemException {
    if (name.text() != null) {
      return named(shelf, name.text());
    }
    return shelf
        .active()
        .orElseThrow(
            () ->
                new Problem(
                        503,
                        "No model serves: "
                            + ServingJson.silence(shelf).orElse("it was just replaced"),
                        "Choose one on the page of models, or name one with the parameter model")
                    .exception());
  }

  /** The model of this name. */
  public static Model named(Shelf shelf, String name) throws ProblemException {
    return shelf
        .find(name)
        .orElseThrow(
            () ->
                new Problem(404, "There is no such model", "See /api/v1/models for those there are")
                    .exception());
  }
}
