/** The model contract: what a model file must be and what its card says. */
package io.tsad.runtime.model;
