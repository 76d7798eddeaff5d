/** The way of series from a request through scoring, the same for pages and programs. */
package io.tsad.dashboard.intake;
