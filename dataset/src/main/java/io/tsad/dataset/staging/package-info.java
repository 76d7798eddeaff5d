/**
 * Output folders that appear whole or not at all: built in a hidden folder beside the target, then
 * moved into place.
 */
package io.tsad.dataset.staging;
