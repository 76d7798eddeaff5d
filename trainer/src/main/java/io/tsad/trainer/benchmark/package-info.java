/** Trains architectures on sets of the UCR archive and lays what comes out beside the published. */
package io.tsad.trainer.benchmark;
