package io.tsad.trainer.command;

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
}
