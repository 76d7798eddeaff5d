/** The command line: tsad-infer, and what all tsad commands share. */
package io.tsad.runtime.infer;
