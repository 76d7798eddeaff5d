/** What tests of several modules share. */
package io.tsad.testing;
