package io.tsad.dashboard.server;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a server finds where it runs.
 *
 * @param random makes ids and secrets: not to be foreseen
 * @param log takes a line for each request
 */
public record Surroundings(InstantSource clock, RandomGenerator random, PrintWriter log) {}
