/**
 * Scores any number of series on all cores, in order, in bounded memory: reading and inference of
 * some overlap with those of others.
 */
package io.tsad.runtime.pipeline;
