package io.tsad.runtime.cache;

import io.tsad.runtime.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A copy on its way into the cache: ONNX Runtime writes to {@link #path}, and {@link #commit} puts
 * it in its place, whole.
 */
public final class ModelDraft implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;
  private final Path place;
  private final Path model;
  private final FileStamp stamp;
  private final String runtime;
  private final String cpu;

  ModelDraft(Path path, Path place, Path model, FileStamp stamp, String runtime, String cpu) {
    this.path = path;
    this.place = place;
    this.model = model;
    this.stamp = stamp;
    this.runtime = runtime;
    this.cpu = cpu;
  }

  /** Where the copy is to be written. */
  public Path path() {
    return path;
  }

  /**
   * Puts the copy in its place, unless the model changed meanwhile.
   *
   * @param note kept with it
   * @throws IOException if that fails; what was in the cache is then as before
   */
  public void commit(byte[] note) throws IOException {
    String sha256 = Sha256.of(model);
    if (!FileStamp.of(model).matches(stamp)) {
      return;
    }
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long payload = file.size();
      int checksum = checksum(file);
      new CacheFooter(model.toString(), sha256, stamp, runtime, cpu, note, payload, checksum)
          .append(file);
    }
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static int checksum(FileChannel file) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    for (long at = 0; file.read(buffer, at) > 0; ) {
      at += buffer.flip().remaining();
      crc.update(buffer);
      buffer.clear();
    }
    return (int) crc.getValue();
  }

  /** Leaves nothing where the copy was not put in its place. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // A later draft sweeps it up.
    }
  }
}
