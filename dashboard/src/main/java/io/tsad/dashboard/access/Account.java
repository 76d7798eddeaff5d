package io.tsad.dashboard.access;

import io.tsad.dashboard.web.Role;

/**
 * Somebody who may log in.
 *
 * @param password as {@link Password} writes it: a session begun under another one is over
 */
public record Account(String name, Role role, String password) {}
