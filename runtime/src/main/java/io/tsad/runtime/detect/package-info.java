/** Scores series with a model: open a {@link io.tsad.runtime.detect.Detector} and ask it. */
package io.tsad.runtime.detect;
