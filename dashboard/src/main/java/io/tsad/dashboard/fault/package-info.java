/** Why things fail, in words for whoever reads of it. */
package io.tsad.dashboard.fault;
