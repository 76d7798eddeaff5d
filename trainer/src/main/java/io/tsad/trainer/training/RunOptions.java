package io.tsad.trainer.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a training deals with time, and with being killed.
 *
 * @param resume whether to go on from the checkpoint of a run that was killed, if there is one
 * @param checkpoint how much time of a killed run may be lost; zero keeps every step
 * @param budget all the time a training may take, or null for as long as it needs
 */
public record RunOptions(boolean resume, Duration checkpoint, @Nullable Duration budget) {
  /** Anew, for as long as it takes, losing half a minute at most. */
  public static final RunOptions USUAL = new RunOptions(false, Duration.ofSeconds(30), null);
}
