/**
 * The model contract: what a model file must be and what its card says; and the model's folder with
 * the names of its files.
 */
package io.tsad.runtime.model;
