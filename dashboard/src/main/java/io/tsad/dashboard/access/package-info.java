/** Who may do what: accounts, sessions of browsers, tokens of programs. */
package io.tsad.dashboard.access;
