/** What a host can train with, and what it lacks. */
package io.tsad.trainer.doctor;
