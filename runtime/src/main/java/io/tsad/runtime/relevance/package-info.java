/** Where in a series the evidence lies. */
package io.tsad.runtime.relevance;
