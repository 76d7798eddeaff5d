/**
 * What is told of a fitted model: text and plot of how it did, and what to warn of. Knows nothing
 * of how the probabilities were made.
 */
package io.tsad.trainer.report;
