/** What is drawn of a series: few enough points for a screen, none of its extremes lost. */
package io.tsad.dashboard.plot;
