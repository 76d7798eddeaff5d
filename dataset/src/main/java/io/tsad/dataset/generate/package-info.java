/**
 * Makes labelled series: ordinary processes, some with one known anomaly at a known place. The same
 * seed gives the same bytes on every machine and JDK.
 */
package io.tsad.dataset.generate;
