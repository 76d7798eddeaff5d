/** One training from data folder to model folder, and what it tells while it runs. */
package io.tsad.trainer.training;
