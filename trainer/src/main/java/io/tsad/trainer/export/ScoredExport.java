package io.tsad.trainer.export;

import java.util.List;

/**
 * What the exported model says of the validation set.
 *
 * @param probabilities one row per series, one number per class
 * @param parity how far they are from the trained network's
 */
public record ScoredExport(List<List<Float>> probabilities, Parity parity) {}
