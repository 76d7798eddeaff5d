package io.tsad.trainer.training;

import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.evaluation.Evaluation;
import java.time.Duration;

/**
 * What a training came to.
 *
 * @param evaluation how good the exported model is on the validation set
 * @param baselines how good simple classifiers are on it
 * @param fitting how long it took from series in memory to a fitted model
 */
public record Trained(Evaluation evaluation, BaselineAccuracy baselines, Duration fitting) {}
