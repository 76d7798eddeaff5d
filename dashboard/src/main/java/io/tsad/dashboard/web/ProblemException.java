package io.tsad.dashboard.web;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends Exception {
  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
