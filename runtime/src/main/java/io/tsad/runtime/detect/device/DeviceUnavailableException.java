package io.tsad.runtime.detect.device;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** The device asked for cannot be used here. */
public sealed class DeviceUnavailableException extends TsadException permits GpuMemoryException {
  public DeviceUnavailableException(
      String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.DEVICE, subject, fault, remedy, cause);
  }
}
