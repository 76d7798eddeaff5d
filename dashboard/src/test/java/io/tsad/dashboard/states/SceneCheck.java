package io.tsad.dashboard.states;

import java.util.List;

/** Something that holds for a state as a whole, and not for a page alone. */
interface SceneCheck {
  /** All of them. */
  List<SceneCheck> ALL = List.of(new ServiceCheck(), new ChooserCheck(), new OutsiderCheck());

  /**
   * What is wrong, one line each; empty if nothing is.
   *
   * @param seen what the one who looks has opened
   */
  List<String> faults(State state, Scene scene, List<Visit> seen) throws Exception;
}
