/** The HTTP server: everything put together, and what holds for every request. */
package io.tsad.dashboard.server;
