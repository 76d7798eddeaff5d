/** Fixed convolution kernels, pooled, as a view: MultiRocket. */
package io.tsad.trainer.kernel.multirocket;
