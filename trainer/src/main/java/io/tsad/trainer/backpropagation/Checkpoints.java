package io.tsad.trainer.backpropagation;

import java.io.IOException;
import java.util.Optional;

/** Where a fit leaves its state as it goes on, and finds that of the run it goes on from. */
public interface Checkpoints {
  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<StateInput> last() {
          return Optional.empty();
        }

        @Override
        public boolean due() {
          return false;
        }

        @Override
        public void keep(State state) {}
      };

  /** The state to go on from, if there is one. */
  Optional<StateInput> last() throws IOException;

  /** Asked after every step: whether the state is to be kept now. */
  boolean due();

  /** Keeps it, in place of what was kept before. */
  void keep(State state);

  /** Something that can be left and found again. */
  interface State {
    void save(StateOutput out) throws IOException;
  }
}
