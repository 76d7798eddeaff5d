package io.tsad.runtime;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a file could not be read, listed or written, in words for whoever named it. Java's own name a
 * class of Java, or say the path again and nothing else.
 */
public final class FileReason {
  /** The system's reason, which older classes of Java put in brackets behind the path. */
  private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([^()]+)\\)$");

  private FileReason() {}

  /** Words without a full stop, such as {@code permission denied}. */
  public static String of(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    } else if (fault instanceof NoSuchFileException missing) {
      return missing(missing.getFile());
    } else if (fault instanceof NotDirectoryException) {
      return "it is no folder";
    } else if (fault instanceof FileAlreadyExistsException) {
      return "it exists already";
    } else if (fault instanceof DirectoryNotEmptyException) {
      return "it is not empty";
    } else if (fault instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    } else if (fault instanceof FileNotFoundException) {
      Matcher reason = IN_BRACKETS.matcher(String.valueOf(fault.getMessage()));
      return reason.matches() ? inWords(reason.group(1)) : "no such file";
    }
    String reason =
        fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
    return reason == null || reason.isBlank() ? "the system does not say why" : inWords(reason);
  }

  private static String missing(@Nullable String file) {
    return file != null && Files.isSymbolicLink(Path.of(file))
        ? "it is a link to what is not there"
        : "no such file";
  }

  private static String inWords(String reason) {
    if (reason.startsWith("Too many levels of symbolic links")) {
      return "its links lead in a circle";
    }
    return OneLine.of(Character.toLowerCase(reason.charAt(0)) + reason.substring(1));
  }
}
