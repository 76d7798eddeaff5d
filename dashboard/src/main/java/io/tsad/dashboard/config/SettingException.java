package io.tsad.dashboard.config;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** A setting that cannot be. */
public final class SettingException extends TsadException {
  /**
   * @param origin the option, variable or line of a file where it was set
   */
  public SettingException(String origin, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.USAGE, origin, fault, remedy, cause);
  }

  public SettingException(String origin, String fault, String remedy) {
    this(origin, fault, remedy, null);
  }
}
