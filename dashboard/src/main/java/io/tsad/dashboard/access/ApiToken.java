package io.tsad.dashboard.access;

/**
 * A program's right to act for an account. The token itself is shown once and not kept.
 *
 * @param label what it is for
 */
public record ApiToken(long id, String account, String label) {}
