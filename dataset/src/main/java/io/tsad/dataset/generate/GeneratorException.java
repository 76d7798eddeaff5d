package io.tsad.dataset.generate;

import io.tsad.runtime.TsadException;

/** A dataset that cannot be made as asked. */
public final class GeneratorException extends TsadException {
  GeneratorException(String subject, String fault, String remedy) {
    super(Kind.USAGE, subject, fault, remedy, null);
  }
}
