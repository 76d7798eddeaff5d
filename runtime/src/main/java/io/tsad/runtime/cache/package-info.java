/**
 * Copies of models in ONNX Runtime's own format, optimised for this machine, so that the next start
 * maps them into memory instead of reading and optimising again. Nothing depends on them: where one
 * is absent, stale or damaged, the model itself is opened.
 */
package io.tsad.runtime.cache;
