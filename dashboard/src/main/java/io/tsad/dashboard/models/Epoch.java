package io.tsad.dashboard.models;

/**
 * One line of {@code history.jsonl}.
 *
 * @param epoch from 1
 * @param series how many were trained on
 * @param trainLoss mean cross-entropy
 * @param trainAccuracy 0 to 1
 * @param validationAccuracy at argmax, 0 to 1
 * @param seconds it took
 */
public record Epoch(
    int epoch,
    int series,
    double trainLoss,
    double trainAccuracy,
    double validationAccuracy,
    double seconds) {}
