package io.tsad.runtime.cache;

import io.tsad.runtime.Sha256;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Finds and keeps optimised copies of models.
 *
 * <p>A copy is named for its model's path, so that a new model takes the place of the old one, and
 * for what it was made for. It is used only where it was made from this very content, for this
 * version of ONNX Runtime and this kind of processor, and where its checksum holds. No method fails
 * because of the cache: the worst is that there is none.
 */
public final class ModelCache {
  /** Below this size a model opens as fast without a copy. */
  private static final long WORTHWHILE = 1 << 18;

  private static final String SUFFIX = ".tsad-ort";
  private static final String DRAFT = ".tsad-ort.partial";

  /** Nobody takes that long to write a copy. */
  private static final Duration ABANDONED = Duration.ofMinutes(30);

  private final CacheFolders folders;
  private final Path cpuinfo;
  private final InstantSource clock;
  private final String variant;

  private ModelCache(CacheFolders folders, Path cpuinfo, InstantSource clock, String variant) {
    this.folders = folders;
    this.cpuinfo = cpuinfo;
    this.clock = clock;
    this.variant = variant;
  }

  /**
   * The cache of a user.
   *
   * @param environment tells the folder: {@code TSAD_CACHE} (a folder, or {@code off}), {@code
   *     XDG_CACHE_HOME}, {@code HOME}
   */
  public static ModelCache of(Map<String, String> environment, InstantSource clock) {
    return new ModelCache(CacheFolders.of(environment), Path.of("/proc/cpuinfo"), clock, "");
  }

  /**
   * The same cache for copies of another kind: one of each kind may be kept of a model.
   *
   * @param name what tells the kind from others
   */
  public ModelCache variant(String name) {
    return new ModelCache(folders, cpuinfo, clock, name);
  }

  /**
   * Maps the copy of {@code model} into memory.
   *
   * @return the copy, or null where there is none that can be used
   */
  public @Nullable CachedModel find(Path model) {
    try {
      Path real = model.toRealPath();
      String cpu = Processor.identity(cpuinfo);
      for (Path folder : folders.of(real)) {
        CachedModel copy = map(folder.resolve(name(real, cpu, variant)), real, cpu);
        if (copy != null) {
          return copy;
        }
      }
      return null;
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static @Nullable CachedModel map(Path copy, Path model, String cpu) throws IOException {
    if (!Files.isReadable(copy)) {
      return null;
    }
    try (FileChannel file = FileChannel.open(copy)) {
      CacheFooter footer = CacheFooter.read(file);
      if (footer == null || !footer.cpu().equals(cpu) || !isOf(model, footer)) {
        return null;
      }
      MappedByteBuffer payload = file.map(FileChannel.MapMode.READ_ONLY, 0, footer.payload());
      CRC32C crc = new CRC32C();
      crc.update(payload);
      return (int) crc.getValue() == footer.checksum()
          ? new CachedModel(payload.rewind(), footer.runtime(), footer.note())
          : null;
    }
  }

  private static boolean isOf(Path model, CacheFooter footer) throws IOException {
    FileStamp stamp = FileStamp.of(model);
    // A model that was moved, or unpacked anew, is still the same if its content is.
    return stamp.matches(footer.stamp())
        || (stamp.size() == footer.stamp().size() && Sha256.of(model).equals(footer.sha256()));
  }

  /**
   * A place to write a copy of {@code model} to, or null where none is wanted or possible.
   *
   * @param runtime version of ONNX Runtime
   */
  public @Nullable ModelDraft draft(Path model, String runtime) {
    try {
      Path real = model.toRealPath();
      FileStamp stamp = FileStamp.of(real);
      if (stamp.size() < WORTHWHILE || stamp.isFresh(clock.instant())) {
        return null;
      }
      String cpu = Processor.identity(cpuinfo);
      for (Path folder : folders.of(real)) {
        if (isUsable(folder, stamp.size())) {
          sweep(folder);
          Path place = folder.resolve(name(real, cpu, variant));
          Path path = folder.resolve(place.getFileName() + "." + UUID.randomUUID() + DRAFT);
          return new ModelDraft(path, place, real, stamp, runtime, cpu);
        }
      }
      return null;
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  /**
   * What there is for {@code model}, and what the next start makes of it.
   *
   * @param model a model file
   * @param runtime version of ONNX Runtime
   */
  public CacheState state(Path model, String runtime) {
    try {
      Path real = model.toRealPath();
      String cpu = Processor.identity(cpuinfo);
      long size = Files.size(real);
      if (size < WORTHWHILE) {
        return new CacheState.Off("a model this small opens as fast without");
      }
      List<Path> candidates = folders.of(real);
      for (Path folder : candidates) {
        Path copy = folder.resolve(name(real, cpu, variant));
        if (Files.exists(copy)) {
          CachedModel found = map(copy, real, cpu);
          return found != null && found.runtime().equals(runtime)
              ? new CacheState.Present(copy, Files.size(copy))
              : new CacheState.Stale(copy, Files.size(copy));
        }
      }
      for (Path folder : candidates) {
        if (isUsable(folder, size)) {
          return new CacheState.Absent(folder);
        }
      }
      return candidates.isEmpty()
          ? new CacheState.Off("forbidden by $TSAD_CACHE")
          : new CacheState.Unwritable(candidates.get(0));
    } catch (IOException | UnsupportedOperationException e) {
      return new CacheState.Off("this system does not tell when a model changes");
    }
  }

  private static boolean isUsable(Path folder, long size) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() > 2 * size;
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes what killed processes left, and copies that nobody will ask for again. */
  private void sweep(Path folder) throws IOException {
    FileTime abandoned = FileTime.from(clock.instant().minus(ABANDONED));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + SUFFIX + "*")) {
      for (Path file : files) {
        boolean useless =
            file.toString().endsWith(DRAFT)
                ? Files.getLastModifiedTime(file).compareTo(abandoned) < 0
                : isUseless(file);
        if (useless) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isUseless(Path copy) throws IOException {
    try (FileChannel file = FileChannel.open(copy)) {
      CacheFooter footer = CacheFooter.read(file);
      return footer == null || !Files.exists(Path.of(footer.source()));
    }
  }

  /** Hidden, since it may stand beside the model. Hosts that share a folder may differ. */
  private static String name(Path model, String cpu, String variant) {
    CRC32C crc = new CRC32C();
    crc.update((model + "\n" + cpu + variant).getBytes(StandardCharsets.UTF_8));
    String digits = Long.toHexString((1L << 32) + crc.getValue()).substring(1);
    return "." + model.getFileName() + "." + digits + SUFFIX;
  }
}
