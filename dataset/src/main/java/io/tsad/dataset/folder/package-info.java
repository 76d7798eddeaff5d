/**
 * The data folder {@code DIR/{train,val}/<class>/*.npy}: reading it whole, checking it before
 * training starts, and describing what was read.
 */
package io.tsad.dataset.folder;
