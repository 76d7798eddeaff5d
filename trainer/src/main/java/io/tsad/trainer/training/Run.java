package io.tsad.trainer.training;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.cli.Progress;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A training under way.
 *
 * @param plan of it
 * @param dataset the classes, and the validation set to tell of progress by; nothing is learnt from
 *     that
 * @param split the series to learn from, and those that may say when to stop
 * @param device to fit on
 * @param folder of the model to be, for {@code history.jsonl} and {@code tensorboard}, and where a
 *     checkpoint is kept
 * @param progress is told what happens
 * @param clock times it
 * @param start when it began
 */
record Run(
    Plan plan,
    Dataset dataset,
    HeldBack split,
    TorchDevice device,
    StagedFolder folder,
    Progress progress,
    InstantSource clock,
    Instant start) {}
