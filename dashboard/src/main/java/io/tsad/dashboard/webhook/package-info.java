/** Tells another program of anomalies as they are found. */
package io.tsad.dashboard.webhook;
