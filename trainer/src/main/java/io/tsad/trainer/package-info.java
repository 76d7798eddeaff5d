/**
 * From folders of labelled series to a model folder: dataset, generate and ucr make and read data;
 * architecture and fit train; evaluate judges; export writes the model; command is what a person
 * types.
 */
package io.tsad.trainer;
