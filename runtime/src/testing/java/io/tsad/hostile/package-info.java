/**
 * Input that nobody should give tsad, and what tsad must say to it: a table that the tests of all
 * modules share. CONTRIBUTING.md says how to add a row.
 */
package io.tsad.hostile;
