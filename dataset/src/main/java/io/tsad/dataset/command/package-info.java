/** {@code tsad-data} and its subcommands. */
package io.tsad.dataset.command;
