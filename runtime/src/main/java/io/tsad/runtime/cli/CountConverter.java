package io.tsad.runtime.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers from one on. */
public final class CountConverter implements ITypeConverter<Integer> {
  private final int most;

  /**
   * @param most the largest that is taken
   */
  public CountConverter(int most) {
    this.most = most;
  }

  @Override
  public Integer convert(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new TypeConversionException("'%s' is no number from 1 to %d".formatted(text, most));
  }
}
