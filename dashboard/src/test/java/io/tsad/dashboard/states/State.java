package io.tsad.dashboard.states;

/**
 * A state that a server can be in.
 *
 * @param name what is so
 * @param serves whether a model scores what names none
 * @param acts whether all that can be pressed is pressed there, and all opened again after each
 * @param way how to bring a server there, which it starts
 */
record State(String name, boolean serves, boolean acts, Way way) {
  /** Brings a server into a state. */
  interface Way {
    void arrange(Scene scene) throws Exception;
  }

  static State of(String name, Way way) {
    return new State(name, true, false, way);
  }

  /** The same, while no model scores what names none. */
  State outOfService() {
    return new State(name, false, acts, way);
  }

  /** The same, and everything is pressed. */
  State pressingEverything() {
    return new State(name, serves, true, way);
  }

  @Override
  public String toString() {
    return name;
  }
}
