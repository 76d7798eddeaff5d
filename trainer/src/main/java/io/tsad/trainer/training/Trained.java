package io.tsad.trainer.training;

import io.tsad.trainer.baseline.Baselines;
import io.tsad.trainer.evaluate.Evaluation;
import java.time.Duration;

/**
 * What a training came to.
 *
 * @param evaluation how good the exported model is on the validation set
 * @param baselines how good simple classifiers are on it
 * @param fitting how long it took from series in memory to a fitted model
 */
public record Trained(Evaluation evaluation, Baselines baselines, Duration fitting) {}
