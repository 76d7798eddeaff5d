package io.tsad.runtime.model;

/** The names the model contract fixes; see {@code docs/model-contract.md}. */
public final class Contract {
  /** The version this tsad writes and reads. */
  public static final int VERSION = 1;

  /** Input: float64 {@code [batch, length]}, raw samples. */
  public static final String SERIES = "series";

  /** Output: float32 {@code [batch, 2]}, softmax over the classes in card order. */
  public static final String PROBABILITY = "probability";

  /** Output, optional: float32 {@code [batch, length]}, evidence for the anomaly per sample. */
  public static final String RELEVANCE = "relevance";

  /** Key of the card, JSON, in the model's {@code metadata_props}. */
  public static final String CARD = "tsad.card";

  /** Field of the card: what the model computes in, where that is not float32. */
  public static final String PRECISION = "precision";

  /** Its only value yet. */
  public static final String FLOAT16 = "float16";

  /** Field of the card: the device that scores fastest with the model, where that is not a GPU. */
  public static final String FASTEST_ON = "fastestOn";

  /** Its only value yet. */
  public static final String CPU = "cpu";

  /** Field of the card: what its training {@linkplain Warning warned} of. */
  public static final String WARNINGS = "warnings";

  private Contract() {}
}
