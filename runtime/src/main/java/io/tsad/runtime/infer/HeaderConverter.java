package io.tsad.runtime.infer;

import io.tsad.runtime.series.Header;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --header}. */
final class HeaderConverter implements ITypeConverter<Header> {
  @Override
  public Header convert(String text) {
    try {
      return Header.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s' is neither yes nor no".formatted(text));
    }
  }
}
