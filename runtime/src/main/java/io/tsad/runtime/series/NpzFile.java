package io.tsad.runtime.series;

import io.tsad.runtime.FileName;
import io.tsad.runtime.FileReason;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a {@code .npz} archive, in the order of its directory, stored or deflated. Each is
 * read on its own, so that a damaged one costs only itself; none is believed to be of the size that
 * the archive claims.
 */
final class NpzFile implements SeriesCursor {
  private static final String ARRAY = ".npy";
  private static final String WRONG_SUM = "wrong checksum";
  private static final String NO_TEXT = "a name is not UTF-8";

  private static final String WRITE_AGAIN =
      "write it again with numpy.savez or numpy.savez_compressed";

  private final String name;
  private final ZipFile zip;
  private final int mostSamples;
  private final Iterator<? extends ZipEntry> entries;
  private final Set<String> repeated;
  private boolean any;

  private NpzFile(String name, ZipFile zip, int mostSamples) {
    this.name = name;
    this.zip = zip;
    this.mostSamples = mostSamples;
    this.entries = zip.entries().asIterator();
    Set<String> seen = new HashSet<>();
    repeated = new HashSet<>();
    zip.entries()
        .asIterator()
        .forEachRemaining(
            entry -> {
              if (!seen.add(entry.getName())) {
                repeated.add(entry.getName());
              }
            });
  }

  /** The archive in {@code file}, of arrays of at most {@code mostSamples}. */
  static NpzFile open(Path file, int mostSamples) throws InvalidSeriesException {
    String name = FileName.of(file);
    File known = file.toFile();
    try {
      if (!known.exists()) {
        // The locale's encoding cannot hold the name.
        try (InputStream in = Files.newInputStream(file)) {
          return copy(in, name, mostSamples);
        }
      }
      byte[] start = start(file);
      if (start.length == 0) {
        throw new InvalidSeriesException(name, "is empty", "write the file again");
      }
      if (SeriesFormat.ofStart(start) != SeriesFormat.NPZ) {
        throw new InvalidSeriesException(
            name, "is not a .npz archive (wrong magic bytes)", WRITE_AGAIN);
      }
      return open(known, ZipFile.OPEN_READ, name, mostSamples);
    } catch (IOException e) {
      throw FileFault.of(file, e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SeriesFormat.MAGIC_BYTES);
    }
  }

  /** The archive in {@code in}, by way of a temporary file that is gone once it is open. */
  static NpzFile copy(InputStream in, String name, int mostSamples) throws InvalidSeriesException {
    try {
      Path copy = Files.createTempFile("tsad-", ".npz");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return open(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, name, mostSamples);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new InvalidSeriesException(
          name,
          "is an archive that cannot be copied to %s (%s)"
              .formatted(System.getProperty("java.io.tmpdir"), FileReason.of(e)),
          "name it as a file, or choose another folder with"
              + " TSAD_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
          e);
    }
  }

  private static NpzFile open(File file, int mode, String name, int mostSamples)
      throws IOException, InvalidSeriesException {
    try {
      ZipFile zip = new ZipFile(file, mode);
      try {
        return new NpzFile(name, zip, mostSamples);
      } catch (IllegalArgumentException e) {
        // How Java says that it cannot decode a name.
        zip.close();
        throw new ZipException(NO_TEXT);
      }
    } catch (ZipException e) {
      throw damaged(name, e);
    }
  }

  @Override
  public @Nullable Series next() throws InvalidSeriesException {
    while (entries.hasNext()) {
      ZipEntry entry = entries.next();
      if (entry.getName().endsWith(ARRAY)) {
        any = true;
        return read(entry);
      }
    }
    if (!any) {
      any = true;
      throw new InvalidSeriesException(name, "has no arrays (.npy entries)", WRITE_AGAIN);
    }
    return null;
  }

  private Series read(ZipEntry entry) throws InvalidSeriesException {
    String entryName = entry.getName();
    String array = name + "#" + entryName.substring(0, entryName.length() - ARRAY.length());
    if (repeated.contains(entryName)) {
      throw new InvalidSeriesException(array, "is twice in the archive", WRITE_AGAIN);
    }
    CRC32 sum = new CRC32();
    try (InputStream raw = zip.getInputStream(entry);
        InputStream in = new CheckedInputStream(raw, sum)) {
      double[] values = NpyReader.read(in, array, mostSamples);
      // The reader has seen the end of the data, so that the sum is whole; Java does not check it.
      if (sum.getValue() != entry.getCrc()) {
        throw new ZipException(WRONG_SUM);
      }
      return new Series(array, values);
    } catch (IOException e) {
      throw damaged(array, e);
    }
  }

  private static InvalidSeriesException damaged(String name, IOException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("encrypted")) {
      return new InvalidSeriesException(name, "is encrypted", "write it without a password", e);
    }
    return new InvalidSeriesException(
        name, "is truncated or damaged (%s)".formatted(reason(e, said)), WRITE_AGAIN, e);
  }

  private static String reason(IOException e, String said) {
    if (said.equals(WRONG_SUM) || said.equals(NO_TEXT)) {
      return said;
    } else if (e instanceof EOFException) {
      return "it ends too early";
    } else if (said.contains("END header")) {
      return "its end is missing";
    } else if (said.contains("header")) {
      return "its directory is not right";
    }
    return e instanceof ZipException ? "it cannot be unpacked" : FileReason.of(e);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read: nothing is lost.
    }
  }
}
