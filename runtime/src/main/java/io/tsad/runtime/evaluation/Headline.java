package io.tsad.runtime.evaluation;

/**
 * The figures people quote.
 *
 * @param accuracy at the threshold
 * @param balancedAccuracy at the threshold
 * @param auc area under the positive class's ROC curve
 * @param averagePrecision area under its precision-recall curve
 */
public record Headline(
    Estimate accuracy, Estimate balancedAccuracy, Estimate auc, Estimate averagePrecision) {}
