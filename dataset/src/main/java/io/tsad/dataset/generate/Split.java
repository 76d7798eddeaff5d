package io.tsad.dataset.generate;

import io.tsad.runtime.series.DatasetLayout;

/** The two halves of a dataset folder. */
enum Split {
  TRAIN(DatasetLayout.TRAIN, 0),
  VAL(DatasetLayout.VAL, 1);

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
