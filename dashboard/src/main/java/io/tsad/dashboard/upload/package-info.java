/** Reads the series that clients send, within limits, believing nothing they say of them. */
package io.tsad.dashboard.upload;
