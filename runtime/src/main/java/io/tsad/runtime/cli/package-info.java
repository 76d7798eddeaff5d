/**
 * What every tsad command shares: how it runs and ends, its exit codes, its version, a progress
 * line.
 */
package io.tsad.runtime.cli;
