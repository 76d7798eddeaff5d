package io.tsad.trainer.training;

import io.tsad.runtime.FileReason;
import io.tsad.trainer.backpropagation.Checkpoints;
import io.tsad.trainer.backpropagation.StateInput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The checkpoints of one network, in the file of all. */
final class MemberCheckpoints implements Checkpoints {
  private final CheckpointFile file;
  private final Optional<StateInput> last;
  private final Supplier<Map<String, String>> identity;
  private final State around;
  private final Run run;
  private Instant written;
  private boolean possible = true;

  /**
   * @param around the state of all that is not this network's
   */
  MemberCheckpoints(
      CheckpointFile file,
      Optional<StateInput> last,
      Supplier<Map<String, String>> identity,
      State around,
      Run run) {
    this.file = file;
    this.last = last;
    this.identity = identity;
    this.around = around;
    this.run = run;
    this.written = run.clock().instant();
  }

  @Override
  public Optional<StateInput> last() {
    return last;
  }

  @Override
  public boolean due() {
    return possible
        && !run.clock().instant().isBefore(written.plus(run.plan().runOptions().checkpoint()));
  }

  /** A disk without room for a checkpoint may still have room for the model: it is no fault. */
  @Override
  public void keep(State state) {
    try {
      file.write(
          identity.get(),
          out -> {
            around.save(out);
            state.save(out);
          });
    } catch (IOException fault) {
      possible = false;
      run.progress()
          .line(
              "No checkpoint could be written ("
                  + FileReason.of(fault)
                  + "); training goes on without");
    }
    written = run.clock().instant();
  }
}
