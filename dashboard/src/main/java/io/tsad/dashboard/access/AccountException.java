package io.tsad.dashboard.access;

import io.tsad.runtime.TsadException;

/** An account or token that cannot be made or removed. */
public final class AccountException extends TsadException {
  AccountException(String subject, String fault, String remedy) {
    super(Kind.USAGE, subject, fault, remedy, null);
  }
}
