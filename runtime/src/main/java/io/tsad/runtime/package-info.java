/** What every part of tsad shares: the one way it reports a fault the user can mend. */
package io.tsad.runtime;
