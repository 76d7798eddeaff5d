/** {@code tsad-train}: its options and subcommands. */
package io.tsad.trainer.command;
