package io.tsad.runtime.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of {@code --batch} and {@code --gpu-memory}. */
final class CountConverter implements ITypeConverter<Integer> {
  private static final int MOST = 1 << 20;

  @Override
  public Integer convert(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException("'%s' is no number from 1 to %d".formatted(text, MOST));
  }
}
