/** What whoever runs the dashboard should know of and mend. */
package io.tsad.dashboard.problems;
