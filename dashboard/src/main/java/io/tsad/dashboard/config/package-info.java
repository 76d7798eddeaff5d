/**
 * What an operator can set, from a file, the environment and the command line. {@link
 * io.tsad.dashboard.config.Setting} is the one table of it.
 */
package io.tsad.dashboard.config;
