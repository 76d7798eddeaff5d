/** How good a model is at any threshold, from the stored validation of its training. */
package io.tsad.dashboard.curves;
