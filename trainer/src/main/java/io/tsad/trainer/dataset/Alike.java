package io.tsad.trainer.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things of which the same is said but for the figures, such as files that are all too short.
 *
 * @param all of them, at least one, in the order in which they came
 */
public record Alike<T>(List<T> all) {
  /** Up to so many are named one by one; of more, the first stands for all. */
  private static final int FEW = 3;

  /**
   * Groups {@code things}.
   *
   * @param said what is said of each
   * @return groups in the order of their first members
   */
  public static <T> List<Alike<T>> of(List<T> things, Function<T, String> said) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    for (T thing : things) {
      String words = said.apply(thing).replaceAll("-?[0-9][0-9.,]*(E-?[0-9]+)?", "0");
      groups.computeIfAbsent(words, new_ -> new ArrayList<>()).add(thing);
    }
    return groups.values().stream().map(group -> new Alike<>(group)).toList();
  }

  /** Those to be named. */
  public List<T> named() {
    return all.size() <= FEW ? all : all.subList(0, 1);
  }

  /** How many are not named. */
  public int more() {
    return all.size() - named().size();
  }
}
