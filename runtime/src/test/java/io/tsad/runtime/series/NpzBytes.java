package io.tsad.runtime.series;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives as numpy does: entries in turn, a name and its bytes. */
final class NpzBytes {
  private NpzBytes() {}

  static byte[] deflated(Object... namesAndBytes) throws IOException {
    return of(ZipEntry.DEFLATED, namesAndBytes);
  }

  static byte[] stored(Object... namesAndBytes) throws IOException {
    return of(ZipEntry.STORED, namesAndBytes);
  }

  private static byte[] of(int method, Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        byte[] content = (byte[]) namesAndBytes[i + 1];
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
