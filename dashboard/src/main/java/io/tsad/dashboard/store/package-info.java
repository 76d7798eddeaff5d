/** The one SQLite file behind the dashboard, and how it comes to its present shape. */
package io.tsad.dashboard.store;
