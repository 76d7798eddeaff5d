/**
 * An ONNX Runtime session with a model that was checked against the contract, opened from its
 * cached copy where there is one.
 */
package io.tsad.runtime.detect.session;
