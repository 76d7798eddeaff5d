package io.tsad.trainer.backpropagation;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import java.util.List;

/**
 * What a fit may see.
 *
 * @param train to learn from
 * @param held to say when to stop by; needed for nothing else
 * @param classes how many there are
 * @param length how series become the network's
 */
public record FitData(
    List<LabelledSeries> train, List<LabelledSeries> held, int classes, LengthRule length) {}
