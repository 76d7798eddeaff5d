/** What a person types: tsad-data and its subcommands. */
package io.tsad.trainer.command;
