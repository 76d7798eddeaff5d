package io.tsad.runtime.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read numbers, and say what is none without the names of Java's types. */
final class NumberConverters {
  private NumberConverters() {}

  /** Lets {@code line} and its subcommands read numbers so. */
  static void register(CommandLine line) {
    register(line, int.class, Integer.class, whole(Integer::valueOf));
    register(line, long.class, Long.class, whole(Long::valueOf));
    register(line, double.class, Double.class, NumberConverters::decimal);
  }

  private static <T> void register(
      CommandLine line, Class<T> primitive, Class<T> boxed, ITypeConverter<T> converter) {
    line.registerConverter(primitive, converter);
    line.registerConverter(boxed, converter);
  }

  private static <T> ITypeConverter<T> whole(Function<String, T> parser) {
    return text -> {
      if (!text.matches("[-+]?[0-9]+")) {
        throw new TypeConversionException("'%s' is no whole number".formatted(text));
      }
      try {
        return parser.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'%s' is too large a number".formatted(text));
      }
    };
  }

  private static Double decimal(String text) {
    if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      throw new TypeConversionException("'%s' is no number".formatted(text));
    }
    return Double.valueOf(text);
  }
}
