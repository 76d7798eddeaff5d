package io.tsad.trainer.fit;

/**
 * How to fit.
 *
 * @param epochs how often as many series as there are get drawn
 * @param batch series a step
 * @param learningRate of Adam
 * @param noise added to scaled samples
 * @param seed of everything random
 */
public record FitConfig(int epochs, int batch, double learningRate, Noise noise, long seed) {}
