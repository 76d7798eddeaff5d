package io.tsad.trainer.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What picocli cannot check by itself. */
final class Usage {
  private Usage() {}

  /**
   * Refuses the command line unless {@code holds}.
   *
   * @param spec of the command, as picocli injects it
   * @throws ParameterException with {@code message}
   */
  static void require(@Nullable CommandSpec spec, boolean holds, String message) {
    if (spec == null) {
      throw new IllegalStateException("Run it through CommandRunner");
    } else if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
