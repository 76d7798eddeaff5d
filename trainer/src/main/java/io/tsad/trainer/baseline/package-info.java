/** What a model has to beat: the majority, and the nearest neighbour under dynamic time warping. */
package io.tsad.trainer.baseline;
