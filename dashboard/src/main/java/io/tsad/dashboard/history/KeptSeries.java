package io.tsad.dashboard.history;

import io.tsad.dashboard.store.StoreException;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Series that were uploaded, each as {@code <key>.npy} of 64-bit floats. The key is the SHA-256 of
 * its samples: equal series are kept once, and no name that a client gives is ever a path.
 *
 * @param folder where they are; made with the first
 */
public record KeptSeries(Path folder) {
  private static final String SUFFIX = ".npy";

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /**
   * Keeps {@code values}. The file appears whole or not at all.
   *
   * @return the key
   */
  public String keep(double[] values) throws StoreException {
    String key = key(values);
    Path file = place(key);
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
    Optional<Path> file = file(key);
    return file.isEmpty() ? Optional.empty() : Optional.of(NpyReader.read(file.get()));
  }

  /** The file of {@code key}, if it still is there. */
  public Optional<Path> file(@Nullable String key) {
    return key == null || !KEY.matcher(key).matches()
        ? Optional.empty()
        : Optional.of(place(key)).filter(Files::exists);
  }

  /** How much of the disk it takes; 0 if it is not kept. */
  long bytes(String key) throws StoreException {
    try {
      return Files.size(place(key));
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw StoreException.of(place(key).toString(), e);
    }
  }

  /** Gives it up. */
  void delete(String key) throws StoreException {
    try {
      Files.deleteIfExists(place(key));
    } catch (IOException e) {
      throw StoreException.of(place(key).toString(), e);
    }
  }

  /** The keys of all series written before {@code time}; what was begun then and not ended goes. */
  List<String> keysBefore(Instant time) throws StoreException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = file.getFileName().toString();
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
          continue;
        }
        if (name.endsWith(".partial")) {
          Files.deleteIfExists(file);
        } else if (name.endsWith(SUFFIX)) {
          keys.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw StoreException.of(folder.toString(), e);
    }
    return keys.stream().filter(KEY.asMatchPredicate()).toList();
  }

  private Path place(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + SUFFIX);
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
