/**
 * The models of a folder, opened, tested and kept up to date while they serve, and what their
 * training left beside them.
 */
package io.tsad.dashboard.models;
