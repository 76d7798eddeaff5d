/** The HTTP API for programs, as {@code openapi.yaml} describes it. */
package io.tsad.dashboard.api;
