package io.tsad.trainer.kernel;

/** Whether parts of the kernel classifier that decide nothing are left out. */
public enum Pruning {
  /** As many as left-out scores allow. */
  AUTO,
  NONE
}
