package io.tsad.runtime.model;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** A file that is not a model tsad can score with: the first unmet clause of the contract. */
public sealed class InvalidModelException extends TsadException permits NoRelevanceException {
  public InvalidModelException(String subject, String fault, String remedy) {
    this(subject, fault, remedy, null);
  }

  public InvalidModelException(
      String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.MODEL, subject, fault, remedy, cause);
  }
}
