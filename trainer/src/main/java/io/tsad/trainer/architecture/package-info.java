/** Networks as values: lists of layers that fit can train and export can write. */
package io.tsad.trainer.architecture;
