package io.tsad.dataset.folder;

import io.tsad.runtime.FileName;
import io.tsad.runtime.FileReason;
import io.tsad.runtime.TsadException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder that is not a data folder, or one with files that cannot be used. */
public final class InvalidDatasetException extends TsadException {
  public InvalidDatasetException(String subject, String fault, String remedy) {
    this(subject, fault, remedy, null);
  }

  public InvalidDatasetException(
      String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.INPUT, subject, fault, remedy, cause);
  }

  /** Listing {@code folder} failed. */
  public static InvalidDatasetException cannotList(Path folder, IOException cause) {
    return new InvalidDatasetException(
        FileName.of(folder),
        "cannot be listed: " + FileReason.of(cause),
        "check its permissions",
        cause);
  }
}
