package io.tsad.dataset.staging;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock on a folder, held by this process through a file {@code lock} in it. The system
 * drops it when the process dies, so a killed run never blocks the next.
 */
final class FolderLock implements Closeable {
  private static final int ATTEMPTS = 10;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks {@code folder}, creating it if needed; null if another run holds it. */
  static @Nullable FolderLock tryLock(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Files.createDirectories(folder);
      try {
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        Object before = identity(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (!lock(channel)) {
          return null;
        }
        // The last holder may have removed the file just before: then this lock guards nothing.
        if (Files.exists(file) && Objects.equals(before, identity(file))) {
          return new FolderLock(file, channel);
        }
        channel.close();
      } catch (NoSuchFileException removedMeanwhile) {
        // The next attempt makes it again.
      }
    }
    return null;
  }

  /** Locks the file behind {@code channel}, or closes the channel. */
  private static boolean lock(FileChannel channel) throws IOException {
    boolean held = false;
    try {
      held = channel.tryLock() != null;
      return held;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /** Removes the lock file, then lets go of it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    }
  }
}
