/**
 * The kernel classifier as a graph: what its kernels, its linear prediction and its head compute.
 */
package io.tsad.trainer.export.kernel;
