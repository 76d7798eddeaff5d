package io.tsad.trainer.kernel.view;

/** What kernels are laid over. */
public enum Source {
  SERIES,
  DIFFERENCE;

  /** Samples there are of it, in a series of {@code length}. */
  public int length(int length) {
    return this == SERIES ? length : length - 1;
  }

  /** Made of a series on the grid. */
  public int[] of(int[] grid) {
    return this == SERIES ? grid : Grid.difference(grid);
  }
}
