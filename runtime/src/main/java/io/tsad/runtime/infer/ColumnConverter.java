package io.tsad.runtime.infer;

import io.tsad.runtime.series.Column;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --column}. */
final class ColumnConverter implements ITypeConverter<Column> {
  @Override
  public Column convert(String text) {
    try {
      return Column.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'%s': columns have a name or a number from 1".formatted(text));
    }
  }
}
