/** What tests of several modules make data with. */
package io.tsad.dataset.testing;
