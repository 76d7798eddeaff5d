package io.tsad.dashboard.models;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is on the shelf at one moment.
 *
 * @param models those that serve, by name
 * @param problems folders that do not serve, or not as they are now, by name
 * @param chosen which model scores where a request names none, or null where nothing chooses one
 */
public record Shelf(List<Model> models, List<Problem> problems, @Nullable Chosen chosen) {
  /**
   * Why a folder does not serve.
   *
   * @param model name of the folder
   * @param message one line: what is wrong, and what would be right
   * @param serving whether a version that was opened before still serves
   */
  public record Problem(String model, String message, boolean serving) {}

  /**
   * The model that is to serve.
   *
   * @param model its name; whether there is such a model is another question
   */
  public record Chosen(String model, By by) {}

  /** Who or what chose; the first that does wins. */
  public enum By {
    /** The setting {@code model}. */
    SETTING,
    /** The link or folder {@code current}. */
    LINK,
    /** Somebody, on a page or through the API. */
    PERSON,
    /** Nobody lately: it served before. */
    STAYED,
    /** Nobody yet: it is the only one. */
    ONLY;

    /** Whether a choice on a page has no say. */
    public boolean isElsewhere() {
      return this == SETTING || this == LINK;
    }

    /** As in messages and the API. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why no model serves. */
  public enum Silence {
    /** There is none. */
    NO_MODEL,
    /** There are several, and nothing chooses one. */
    NOT_CHOSEN,
    /** The folder of the one that was chosen is not there. */
    GONE,
    /** The folder of the one that was chosen is there, and cannot be opened. */
    REFUSED;

    /** As in messages. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

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

  /** The model that scores where none is named: the chosen one, and never another. */
  public Optional<Model> active() {
    return chosen == null ? Optional.empty() : find(chosen.model());
  }

  /** Whether it is {@code model} that scores where none is named. */
  public boolean isActive(Model model) {
    return active().filter(active -> active == model).isPresent();
  }

  /** Why none does; empty if one does. */
  public Optional<Silence> silence() {
    if (active().isPresent()) {
      return Optional.empty();
    } else if (chosen == null) {
      return Optional.of(models.isEmpty() ? Silence.NO_MODEL : Silence.NOT_CHOSEN);
    }
    boolean there = problems.stream().anyMatch(problem -> problem.model().equals(chosen.model()));
    return Optional.of(there ? Silence.REFUSED : Silence.GONE);
  }
}
