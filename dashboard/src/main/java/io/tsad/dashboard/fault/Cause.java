package io.tsad.dashboard.fault;

import io.tsad.runtime.FileReason;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;

/**
 * Why something failed, in a few words: no class of Java, and no library's message, is for people.
 */
public final class Cause {
  private Cause() {}

  /** What {@code fault} says, as {@code permission denied}. */
  public static String of(Throwable fault) {
    if (fault instanceof EOFException) {
      return "it ends too early";
    } else if (fault instanceof BindException) {
      return "the address is in use, or not one of this machine";
    } else if (fault instanceof OutOfMemoryError) {
      return "it needs more memory than there is";
    } else if (fault instanceof IOException file && isTold(file)) {
      return FileReason.of(file);
    } else if (fault.getCause() != null && fault.getCause() != fault) {
      return of(fault.getCause());
    }
    return "for a reason unknown here";
  }

  /** Of what libraries make of it, the message is theirs. */
  private static boolean isTold(IOException fault) {
    return fault instanceof FileSystemException
        || fault instanceof FileNotFoundException
        || fault instanceof CharacterCodingException
        || (fault.getClass() == IOException.class && fault.getMessage() != null);
  }
}
