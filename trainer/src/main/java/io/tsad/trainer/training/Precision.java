package io.tsad.trainer.training;

/** What an exported model computes in. */
public enum Precision {
  FP32,
  /** As well: a second file in float16 beside the one in float32. */
  FP16
}
