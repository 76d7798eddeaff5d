package io.tsad.dashboard.models;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is on the shelf at one moment.
 *
 * @param models those that serve, by name
 * @param problems folders that do not serve, or not as they are now, by name
 * @param chosen name of the active model, or null where nothing chooses one
 */
public record Shelf(List<Model> models, List<Problem> problems, @Nullable String chosen) {
  /**
   * Why a folder does not serve.
   *
   * @param model name of the folder
   * @param message one line: what is wrong, and what would be right
   * @param serving whether a version that was opened before still serves
   */
  public record Problem(String model, String message, boolean serving) {}

  public Shelf {
    models = List.copyOf(models);
    problems = List.copyOf(problems);
  }

  /** The model of this name, if it serves. */
  public Optional<Model> find(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The model of this version, if it serves. */
  public Optional<Model> findVersion(String version) {
    return models.stream().filter(model -> model.version().equals(version)).findFirst();
  }

  /** The model that scores where none is named: the chosen one, or the only one there is. */
  public Optional<Model> active() {
    if (chosen != null) {
      return find(chosen);
    }
    return models.size() == 1 ? Optional.of(models.get(0)) : Optional.empty();
  }
}
