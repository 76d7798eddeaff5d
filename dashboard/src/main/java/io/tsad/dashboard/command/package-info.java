/** {@code tsad-dashboard}. */
package io.tsad.dashboard.command;
