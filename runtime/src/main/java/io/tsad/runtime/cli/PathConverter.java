package io.tsad.runtime.cli;

import io.tsad.runtime.FileName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file. */
public final class PathConverter implements ITypeConverter<Path> {
  /** What to do about a name that Java cannot hold. */
  public static final String REMEDY = "set LC_ALL to a locale with UTF-8, such as C.UTF-8";

  @Override
  public Path convert(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("it is an empty name");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'%s' is a name the locale's encoding cannot hold; %s".formatted(text, REMEDY));
    }
  }

  /** Whether {@code text} is the name of a file that this Java can hold. */
  public static boolean isPath(String text) {
    try {
      return !FileName.isLost(Path.of(text).toString());
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
