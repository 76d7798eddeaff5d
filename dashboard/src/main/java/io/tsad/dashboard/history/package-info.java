/** Every verdict that was given, and what was changed by whom. */
package io.tsad.dashboard.history;
