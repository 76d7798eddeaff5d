/** The operators' dashboard: serves the models of a folder to people and programs. */
package io.tsad.dashboard;
