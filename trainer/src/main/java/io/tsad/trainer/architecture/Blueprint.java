package io.tsad.trainer.architecture;

import java.util.Map;

/**
 * What is known of a model before it is fitted.
 *
 * @param name as {@code --arch} takes it
 * @param parameters what the card says of it, as JSON values
 * @param parameterCount how many numbers it will hold
 */
public record Blueprint(String name, Map<String, Object> parameters, long parameterCount) {}
