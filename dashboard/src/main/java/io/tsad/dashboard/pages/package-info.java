/** Pages for people, rendered on the server; they work as documents. */
package io.tsad.dashboard.pages;
