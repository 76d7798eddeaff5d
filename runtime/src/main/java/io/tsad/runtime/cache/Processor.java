package io.tsad.runtime.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Which kind of processor this is: an optimised model lays out its weights for one kind. */
final class Processor {
  private Processor() {}

  /**
   * Names the processor, from what Linux says of the first one.
   *
   * @param cpuinfo {@code /proc/cpuinfo}
   * @return its name and a checksum of what it can do
   * @throws IOException where the system does not tell
   */
  static String identity(Path cpuinfo) throws IOException {
    String name = "";
    CRC32C able = new CRC32C();
    try (BufferedReader lines = Files.newBufferedReader(cpuinfo, StandardCharsets.ISO_8859_1)) {
      // An empty line ends what is said of the first processor.
      for (String line = lines.readLine(); line != null && !line.isBlank(); ) {
        if (line.startsWith("model name")) {
          name = line.substring(line.indexOf(':') + 1).strip();
        } else if (line.startsWith("flags") || line.startsWith("Features")) {
          able.update(line.getBytes(StandardCharsets.ISO_8859_1));
        }
        line = lines.readLine();
      }
    }
    return name + "/" + Long.toHexString(able.getValue());
  }
}
