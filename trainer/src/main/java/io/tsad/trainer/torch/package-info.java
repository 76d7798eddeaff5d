/** PyTorch as DJL brings it: where its libraries come from, how it starts, and what it can use. */
package io.tsad.trainer.torch;
