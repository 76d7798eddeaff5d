package io.tsad.trainer.command;

import io.tsad.trainer.architecture.Architecture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --arch}. */
final class ArchitectureConverter implements ITypeConverter<Architecture> {
  @Override
  public Architecture convert(String text) {
    return named(text);
  }

  /**
   * The architecture of that name.
   *
   * @param others names that a message lists before the architectures'
   */
  static Architecture named(String text, String... others) {
    for (Architecture one : Architecture.values()) {
      if (one.toString().equalsIgnoreCase(text)) {
        return one;
      }
    }
    throw new TypeConversionException(
        "'%s' is not one of %s"
            .formatted(
                text,
                Stream.concat(Stream.of(others), Architecture.names().stream())
                    .collect(Collectors.joining(", "))));
  }
}
