package io.tsad.dashboard.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another model scores from then on where a request names none.
 *
 * @param operator who chose it, or null where nobody has to say, or nobody did
 * @param folder that holds one folder a model: a choice is between the models of one
 * @param model name of its folder
 * @param reason who or what chose it, as the shelf of models names it
 */
public record ServingChange(
    Instant time, @Nullable String operator, String folder, String model, String reason) {}
