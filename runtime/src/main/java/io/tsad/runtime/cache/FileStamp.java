package io.tsad.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What tells, without reading a file, that its content is what it was: every write changes the time
 * of change, which nobody can set.
 *
 * @param size in bytes
 * @param modified when the content changed last, in nanoseconds since 1970, as its owner says
 * @param changed when content or attributes changed last, in nanoseconds since 1970
 * @param inode which file it is on its disk
 */
record FileStamp(long size, long modified, long changed, long inode) {
  /** File systems keep time in steps; two writes within one step look alike. */
  private static final Duration STEP = Duration.ofMillis(500);

  /**
   * The stamp of {@code file}.
   *
   * @throws UnsupportedOperationException where the file system does not tell
   */
  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(
        basic.size(),
        basic.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        ((FileTime) Files.getAttribute(file, "unix:ctime")).to(TimeUnit.NANOSECONDS),
        (Long) Files.getAttribute(file, "unix:ino"));
  }

  /**
   * Whether nothing tells the two apart. What {@code equals} of a record does, the JVM makes up at
   * its first call, which would take a tenth of a start.
   */
  boolean matches(FileStamp other) {
    return size == other.size
        && modified == other.modified
        && changed == other.changed
        && inode == other.inode;
  }

  /** Whether a write after this stamp was taken at {@code now} could leave the stamp as it is. */
  boolean isFresh(Instant now) {
    Instant change = Instant.EPOCH.plusNanos(changed);
    return change.plus(STEP).isAfter(now);
  }
}
