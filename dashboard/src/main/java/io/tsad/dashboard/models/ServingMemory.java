package io.tsad.dashboard.models;

import io.tsad.dashboard.models.Shelf.Chosen;
import io.tsad.runtime.TsadException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers which model served last, so that it goes on serving over a restart. */
public interface ServingMemory {
  /** What was noted last, if anything was. */
  Optional<Chosen> last() throws TsadException;

  /**
   * Notes that another model serves from now on.
   *
   * @param operator who chose it, or null where nobody has to say, or nobody did
   */
  void note(Chosen chosen, @Nullable String operator) throws TsadException;
}
