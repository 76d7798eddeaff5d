package io.tsad.trainer.command;

import io.tsad.trainer.architecture.Architecture;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --arch}. */
final class ArchitectureConverter implements ITypeConverter<Architecture> {
  @Override
  public Architecture convert(String text) {
    for (Architecture one : Architecture.values()) {
      if (one.toString().equalsIgnoreCase(text)) {
        return one;
      }
    }
    List<String> names = Arrays.stream(Architecture.values()).map(String::valueOf).toList();
    throw new TypeConversionException("'" + text + "' is not one of " + String.join(", ", names));
  }
}
