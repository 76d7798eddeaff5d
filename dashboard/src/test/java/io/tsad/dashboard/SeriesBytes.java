package io.tsad.dashboard;

import io.tsad.runtime.series.NpyWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Series as clients send them. */
public final class SeriesBytes {
  private SeriesBytes() {}

  /** A {@code .npy} of these samples. */
  public static byte[] npy(double... values) throws IOException {
    Path file = Files.createTempFile("series", ".npy");
    try {
      NpyWriter.write(file, values);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** A {@code .npy} of as many samples as the tiny model sees, all {@code value}. */
  public static byte[] flat(double value) throws IOException {
    double[] values = new double[TinyModel.SAMPLES];
    Arrays.fill(values, value);
    return npy(values);
  }

  /** An archive of these entries. */
  public static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** The start of a {@code .npy} that promises so many samples, and nothing of them. */
  public static byte[] header(long samples) {
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d,), }\n".formatted(samples);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length());
    out.write(0);
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
