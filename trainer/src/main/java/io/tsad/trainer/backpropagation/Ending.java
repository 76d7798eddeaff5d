package io.tsad.trainer.backpropagation;

import java.util.Locale;

/**
 * How a fit ended.
 *
 * @param epochs begun
 * @param kept the epoch whose weights the network has, from 1
 * @param reason why it was the last
 * @param seconds it took
 */
public record Ending(int epochs, int kept, Reason reason, double seconds) {
  /** Why a fit ends. */
  public enum Reason {
    EPOCHS,
    PATIENCE,
    BUDGET;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
