package io.tsad.dataset.generate;

/** The two halves of a dataset folder. */
enum Split {
  TRAIN("train", 0),
  VAL("val", 1);

  private final String folder;
  private final long salt;

  Split(String folder, long salt) {
    this.folder = folder;
    this.salt = salt;
  }

  /** The folder's name below the dataset. */
  String folder() {
    return folder;
  }

  /** What makes its random numbers other than those of the other half. */
  long salt() {
    return salt;
  }
}
