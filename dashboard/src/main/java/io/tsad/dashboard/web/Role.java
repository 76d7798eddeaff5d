package io.tsad.dashboard.web;

import io.javalin.security.RouteRole;

/** Who may use a route; every route names one, and each may all that those before it may. */
public enum Role implements RouteRole {
  /** Also somebody who did not log in. */
  ANYONE,
  /** Sees everything, and changes nothing. */
  VIEWER,
  /** Scores, judges, and changes what is in force. */
  OPERATOR;

  /** Whether somebody of this role may what {@code needed} may. */
  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }
}
