/** {@code tsad-infer}: its options, where its series come from, and how it prints verdicts. */
package io.tsad.runtime.infer;
