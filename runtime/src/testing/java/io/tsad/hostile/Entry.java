package io.tsad.hostile;

/** Where input comes into tsad. */
public enum Entry {
  /** A file that {@code tsad-infer} is given, by its name. */
  INFER,
  /** The same file in a folder that {@code tsad-infer} is given. */
  INFER_FOLDER,
  /** The same bytes on {@code tsad-infer}'s standard input. */
  STDIN,
  /** A file in a class folder that {@code tsad-train} learns from. */
  TRAIN,
  /** The same that {@code tsad-data inspect} looks at. */
  INSPECT,
  /** The TRAIN file that {@code tsad-data import ucr} imports. */
  IMPORT,
  /** A body that {@code POST /api/v1/score} gets. */
  API,
  /** A file that the score page uploads. */
  PAGE
}
