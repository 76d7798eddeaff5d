/**
 * A series compared with nothing but itself, as a view: what linear prediction leaves of it, the
 * power in bands, a broken line.
 */
package io.tsad.trainer.kernel.innovations;
