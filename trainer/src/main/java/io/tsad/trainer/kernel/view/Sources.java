package io.tsad.trainer.kernel.view;

/**
 * A series on the grid, and what is made of it for all views.
 *
 * @param series on the grid
 * @param difference one shorter
 */
public record Sources(int[] series, int[] difference) {
  /** Those of a series on the grid. */
  public static Sources of(int[] grid) {
    return new Sources(grid, Grid.difference(grid));
  }

  /** The one that is asked for. */
  public int[] get(Source source) {
    return source == Source.SERIES ? series : difference;
  }

  public int length() {
    return series.length;
  }
}
