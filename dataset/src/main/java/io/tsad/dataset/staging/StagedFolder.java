package io.tsad.dataset.staging;

import io.tsad.runtime.OutputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An output folder that appears whole or not at all.
 *
 * <pre>{@code
 * try (StagedFolder staged = StagedFolder.open(out, force)) {
 *   write(staged.path());
 *   staged.commit();
 * }
 * }</pre>
 *
 * <p>Everything happens in {@code .NAME.partial} beside the target {@code NAME}, which is locked
 * against other runs and removed at the end; what a killed run left there is wiped by the next, but
 * for what it {@linkplain #kept() kept} on purpose. A folder being replaced is moved there first,
 * and moved back if the run dies in between.
 */
public final class StagedFolder implements Closeable {
  private final Path name;
  private final Path target;
  private final boolean replace;
  private final Path partial;
  private final Path content;
  private final Path previous;
  private final Path kept;
  private final FolderLock lock;
  private boolean committed;

  private StagedFolder(Path name, Path target, boolean replace, Path partial, FolderLock lock) {
    this.name = name;
    this.target = target;
    this.replace = replace;
    this.partial = partial;
    this.content = partial.resolve("content");
    this.previous = partial.resolve("previous");
    this.kept = partial.resolve("kept");
    this.lock = lock;
  }

  /**
   * Starts an output folder; missing parents are created.
   *
   * @param target the folder to make; it may exist if it is empty
   * @param replace whether a target that holds something is replaced at {@link #commit()}
   * @throws OutputException of kind USAGE if the target may not be written, OUTPUT if it cannot be
   */
  public static StagedFolder open(Path target, boolean replace) throws OutputException {
    try {
      Path real = resolve(target);
      Path parent = real.getParent();
      if (parent == null || Path.of("").toRealPath().startsWith(real)) {
        throw OutputException.usage(
            target, "holds the current folder", "choose a folder of its own");
      }
      Files.createDirectories(parent);
      Path partial = parent.resolve("." + real.getFileName() + ".partial");
      FolderLock lock = FolderLock.tryLock(partial);
      if (lock == null) {
        throw OutputException.usage(
            target, "another run is writing it", "wait for it to end, or choose another");
      }
      StagedFolder staged = new StagedFolder(target, real, replace, partial, lock);
      try {
        staged.start();
        return staged;
      } catch (IOException | OutputException | RuntimeException fault) {
        staged.close();
        throw fault;
      }
    } catch (IOException fault) {
      throw OutputException.cannotWrite(target, fault);
    }
  }

  /**
   * Refuses to replace what is of another kind, since all that is in it would be removed.
   *
   * @param kind what is replaced, such as {@code data folder}
   * @param isOfKind whether a folder is one
   * @throws OutputException if {@code target} holds something and is none
   */
  public static void requireReplaceable(Path target, String kind, Predicate<Path> isOfKind)
      throws OutputException {
    if (!Files.isDirectory(target) || isOfKind.test(target)) {
      return;
    }
    try (Stream<Path> entries = Files.list(target)) {
      if (entries.findAny().isPresent()) {
        throw OutputException.usage(
            target, "is not a " + kind + ", so --force does not replace it", "choose another");
      }
    } catch (IOException e) {
      throw OutputException.cannotWrite(target, e);
    }
  }

  /** The folder to write into until {@link #commit()}; empty at first. */
  public Path path() {
    return content;
  }

  /**
   * A place beside {@link #path()} for what a later run can go on from: it outlives a run that is
   * killed or fails, and is gone after {@link #commit()}. May not exist yet.
   */
  public Path kept() {
    return kept;
  }

  /** Says that writing below {@link #path()} failed, in terms of the folder the user named. */
  public OutputException cannotWrite(IOException cause) {
    return OutputException.cannotWrite(name, cause);
  }

  /**
   * Moves what was written to the target.
   *
   * @throws OutputException if that fails; the target is then as it was before
   */
  public void commit() throws OutputException {
    if (committed) {
      throw new IllegalStateException("committed twice");
    }
    try {
      checkTarget();
      if (exists(target)) {
        move(target, previous);
      }
      move(content, target);
      committed = true;
    } catch (IOException fault) {
      OutputException failed = cannotWrite(fault);
      try {
        restorePrevious();
      } catch (IOException second) {
        failed.addSuppressed(second);
      }
      throw failed;
    }
  }

  /**
   * Removes what was not committed, or what was replaced. What cannot be removed now is left to the
   * next run, since the outcome is settled.
   */
  @Override
  public void close() {
    try (lock) {
      if (committed || exists(target)) {
        delete(previous);
      }
      delete(content);
      if (committed) {
        delete(kept);
      }
    } catch (IOException leftToTheNextRun) {
      return;
    }
    removePartial();
  }

  private void start() throws IOException, OutputException {
    restorePrevious();
    delete(previous);
    delete(content);
    checkTarget();
    Files.createDirectory(content);
  }

  private void checkTarget() throws IOException, OutputException {
    if (!exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw OutputException.usage(name, "is a file, not a folder", "choose another");
    }
    if (!replace) {
      try (Stream<Path> entries = Files.list(target)) {
        if (entries.findAny().isPresent()) {
          throw OutputException.usage(
              name, "exists already and is not empty", "choose another or pass --force");
        }
      }
    }
  }

  private void restorePrevious() throws IOException {
    if (exists(previous) && !exists(target)) {
      move(previous, target);
    }
  }

  private void removePartial() {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException anotherRunTookIt) {
      return;
    }
  }

  private static Path resolve(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    return Files.exists(absolute) ? absolute.toRealPath() : absolute;
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path tree) throws IOException {
    if (!exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
              throws IOException {
            if (fault != null) {
              throw fault;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
