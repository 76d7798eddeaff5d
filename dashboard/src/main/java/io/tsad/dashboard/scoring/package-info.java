/** Scores what people and programs send, in batches, and notes every verdict before it is told. */
package io.tsad.dashboard.scoring;
