package io.tsad.runtime.infer;

import io.tsad.runtime.cli.PathConverter;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.infer.InferOptions.Format;
import io.tsad.runtime.series.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plainest command lines, such as a cron job has, without picocli: loading that and
 * setting it up takes a quarter of a start. What it does not know, or what is wrong, it leaves to
 * picocli; what it knows, it reads as picocli would.
 */
final class PlainArguments {
  private final List<String> inputs = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  private PlainArguments() {}

  /** What {@code args} ask for, or null where only picocli can tell. */
  static @Nullable InferOptions parse(String... args) {
    PlainArguments arguments = new PlainArguments();
    for (int at = 0; at < args.length; at++) {
      String arg = args[at];
      if (isOperand(arg)) {
        arguments.inputs.add(arg);
      } else if (!takesValue(arg) || at + 1 == args.length || !arguments.set(arg, args[++at])) {
        return null;
      }
    }
    return arguments.inputs.isEmpty() ? null : arguments.toOptions();
  }

  private static boolean isOperand(String arg) {
    return arg.equals("-") || (!arg.isEmpty() && !arg.startsWith("-") && !arg.equals("doctor"));
  }

  private static boolean takesValue(String arg) {
    return arg.equals("--model") || arg.equals("--device") || arg.equals("--format");
  }

  private boolean set(String option, String value) {
    return isOperand(value) && !value.equals("-") && options.put(option, value) == null;
  }

  private @Nullable InferOptions toOptions() {
    Device device = device(options.getOrDefault("--device", "auto"));
    Format format = format(options.getOrDefault("--format", "text"));
    if (device == null || format == null) {
      return null;
    }
    String model = options.get("--model");
    if (model != null && !PathConverter.isPath(model)) {
      return null;
    }
    return new InferOptions(
        inputs,
        model == null ? null : Path.of(model),
        format,
        device,
        Layout.UNKNOWN,
        false,
        0,
        false,
        false,
        false,
        0,
        0);
  }

  private static @Nullable Device device(String name) {
    for (Device device : Device.values()) {
      if (name.equals(device.name().toLowerCase(Locale.ROOT))) {
        return device;
      }
    }
    return null;
  }

  private static @Nullable Format format(String name) {
    for (Format format : Format.values()) {
      if (name.equals(format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }
}
