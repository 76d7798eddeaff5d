package io.tsad.dashboard.fault;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * Why something failed, in a few words: no class of Java, and no library's message, is for people.
 */
public final class Cause {
  private Cause() {}

  /** What {@code fault} says, as {@code permission denied}. */
  public static String of(Throwable fault) {
    if (fault instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (fault instanceof AccessDeniedException) {
      return "permission denied";
    } else if (fault instanceof NotDirectoryException) {
      return "it is no folder";
    } else if (fault instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    } else if (fault instanceof FileSystemException system && system.getReason() != null) {
      return lower(system.getReason()); // the system's own words
    } else if (fault instanceof CharacterCodingException) {
      return "it is no text in UTF-8";
    } else if (fault instanceof EOFException) {
      return "it ends too early";
    } else if (fault instanceof BindException) {
      return "the address is in use, or not one of this machine";
    } else if (fault instanceof OutOfMemoryError) {
      return "it needs more memory than there is";
    } else if (fault.getClass() == IOException.class && fault.getMessage() != null) {
      return lower(fault.getMessage()); // the system's own words
    } else if (fault.getCause() != null && fault.getCause() != fault) {
      return of(fault.getCause());
    }
    return "for a reason unknown here";
  }

  private static String lower(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
