package io.tsad.runtime.infer;

import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.device.Device;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that {@code tsad-infer} and its doctor share. */
final class CommonOptions {
  private static final String MODEL = "--model";
  private static final String FORMAT = "--format";
  private static final String DEVICE = "--device";

  private CommonOptions() {}

  static OptionSpec model() {
    return OptionSpec.builder(MODEL)
        .paramLabel("MODEL")
        .type(Path.class)
        .description(
            "A model folder or .onnx file. Default: $TSAD_MODEL, then",
            "models/current, then the only folder in models/.")
        .build();
  }

  static @Nullable Path model(ParseResult parsed) {
    return parsed.matchedOptionValue(MODEL, (@Nullable Path) null);
  }

  static OptionSpec format(Class<? extends Enum<?>> formats, String choices) {
    return OptionSpec.builder(FORMAT)
        .paramLabel("FORMAT")
        .type(formats)
        .description(choices + ". Default: text.")
        .build();
  }

  static <F extends Enum<F>> F format(ParseResult parsed, F otherwise) {
    return parsed.matchedOptionValue(FORMAT, otherwise);
  }

  static OptionSpec device() {
    return OptionSpec.builder(DEVICE)
        .paramLabel("DEVICE")
        .type(Device.class)
        .description("auto, cuda or cpu. Default: auto.")
        .build();
  }

  static Device device(ParseResult parsed) {
    return parsed.matchedOptionValue(DEVICE, Device.AUTO);
  }

  /** Adds what every command has. */
  static void help(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .type(boolean.class)
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
    spec.versionProvider(new Version());
  }
}
