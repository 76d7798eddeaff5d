/** What a model can run on here, and why it does not run elsewhere. */
package io.tsad.runtime.detect.device;
