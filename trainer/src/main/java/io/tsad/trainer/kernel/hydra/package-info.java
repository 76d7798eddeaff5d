/** Fixed convolution kernels that compete, as a view: Hydra. */
package io.tsad.trainer.kernel.hydra;
