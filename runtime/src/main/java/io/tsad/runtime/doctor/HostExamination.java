package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the JVM and at the machine.
 *
 * @param version of tsad
 */
public record HostExamination(Host host, String version) {
  private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");
  private static final Pattern GROUP = Pattern.compile("(?m)^(?:0:|\\d+:memory):(/.*)$");

  /** What was found. */
  public Section section() {
    return new Section(
        "Host",
        TsadException.Kind.DEVICE,
        List.of(
            Finding.ok("tsad", version),
            Finding.ok(
                "Java",
                "%s, %s, %s"
                    .formatted(
                        host.property("java.version"),
                        host.property("java.vendor"),
                        host.property("java.home"))),
            Finding.ok(
                "system",
                "%s %s, %s"
                    .formatted(
                        host.property("os.name"),
                        host.property("os.version"),
                        host.property("os.arch"))),
            Finding.ok("processor", processor()),
            Finding.ok("memory", memory())));
  }

  private String processor() {
    String cores = host.processors() == 1 ? "1 core" : host.processors() + " cores";
    return first(MODEL, "proc/cpuinfo").map(model -> model + ", " + cores).orElse(cores);
  }

  private String memory() {
    OptionalLong limit = limit();
    String limited = limit.isPresent() ? ", limited to " + gibibytes(limit.getAsLong()) : "";
    return first(TOTAL, "proc/meminfo")
        .map(total -> gibibytes(Long.parseLong(total) * 1024) + limited)
        .orElse("unknown" + limited);
  }

  /** The limit of the process's control group, or of the one a container shows as its root. */
  private OptionalLong limit() {
    String group = first(GROUP, "proc/self/cgroup").orElse("/");
    for (String file :
        List.of(
            "sys/fs/cgroup" + group + "/memory.max",
            "sys/fs/cgroup/memory.max",
            "sys/fs/cgroup/memory" + group + "/memory.limit_in_bytes",
            "sys/fs/cgroup/memory/memory.limit_in_bytes")) {
      Optional<String> value = read(file).map(String::strip).filter(text -> text.matches("\\d+"));
      // Version 1 says "no limit" with a number near 2^63.
      if (value.isPresent() && value.get().length() < 19) {
        return OptionalLong.of(Long.parseLong(value.get()));
      }
    }
    return OptionalLong.empty();
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }

  private Optional<String> first(Pattern pattern, String file) {
    return read(file)
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).strip());
  }

  private Optional<String> read(String file) {
    Path path = host.root().resolve(file);
    try {
      return Optional.of(Files.readString(path, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty(); // not a Linux host, or not allowed
    }
  }
}
