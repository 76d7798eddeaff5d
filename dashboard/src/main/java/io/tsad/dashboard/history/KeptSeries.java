package io.tsad.dashboard.history;

import io.tsad.dashboard.store.StoreException;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Series that were uploaded, each as {@code <key>.npy} of 64-bit floats. The key is the SHA-256 of
 * its samples: equal series are kept once, and no name that a client gives is ever a path.
 *
 * @param folder where they are; made with the first
 */
public record KeptSeries(Path folder) {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /**
   * Keeps {@code values}. The file appears whole or not at all.
   *
   * @return the key
   */
  public String keep(double[] values) throws StoreException {
    String key = key(values);
    Path file = file(key);
    if (Files.exists(file)) {
      return key;
    }
    try {
      Files.createDirectories(file.getParent());
      Path partial = Files.createTempFile(folder, ".", ".partial");
      try {
        NpyWriter.write(partial, values);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw StoreException.of(file.toString(), e);
    }
    return key;
  }

  /**
   * The samples that were kept under {@code key}, if they still are.
   *
   * @throws InvalidSeriesException if the file is damaged
   */
  public Optional<double[]> find(String key) throws InvalidSeriesException {
    if (!KEY.matcher(key).matches() || !Files.exists(file(key))) {
      return Optional.empty();
    }
    return Optional.of(NpyReader.read(file(key)));
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".npy");
  }

  private static String key(double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
