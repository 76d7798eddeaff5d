package io.tsad.dashboard.web;

/**
 * A body that is not what its headers say, found while it is read: unchecked, so that no reader
 * takes it for a fault of the series.
 */
public final class BodyException extends RuntimeException {
  private final transient Problem problem;

  public BodyException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
