/**
 * A classifier fitted without back-propagation: thousands of fixed features from several {@link
 * io.tsad.trainer.kernel.view.View}s of a series, and a ridge regression on them; and the same as
 * nodes of a graph. What stands here knows no view but as one of several.
 */
package io.tsad.trainer.kernel;
