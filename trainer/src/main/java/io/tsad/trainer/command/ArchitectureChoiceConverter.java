package io.tsad.trainer.command;

import io.tsad.trainer.architecture.Architecture;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** The value of {@code --arch}, where it may be {@code auto}. */
final class ArchitectureChoiceConverter implements ITypeConverter<ArchitectureChoice> {
  static final String AUTO = "auto";

  @Override
  public ArchitectureChoice convert(String text) {
    return text.equalsIgnoreCase(AUTO)
        ? ArchitectureChoice.AUTO
        : new ArchitectureChoice(ArchitectureConverter.named(text, AUTO));
  }

  /** What it may be. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Stream.of(AUTO), Architecture.names().stream()).iterator();
    }
  }
}
