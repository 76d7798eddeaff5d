/**
 * What every tsad command shares: how it runs and ends, its exit codes, its version, a progress
 * bar.
 */
@NullMarked
package io.tsad.runtime.cli;

import org.jspecify.annotations.NullMarked;
