/**
 * From a folder of labelled series to a model folder: architecture says what is fitted; fit and
 * kernel fit it; evaluate judges it; export writes it; training runs all of that; command is what a
 * person types.
 */
package io.tsad.trainer;
