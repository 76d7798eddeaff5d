package io.tsad.trainer.generate;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset folder that appears whole or not at all: it is filled beside, as {@code .NAME.partial},
 * and then moved. What an earlier run left half done there is removed first.
 */
final class StagedFolder {
  private final Path asWritten;
  private final Path target;
  private final Path partial;

  private StagedFolder(Path asWritten, Path target) {
    this.asWritten = asWritten;
    this.target = target;
    this.partial = target.resolveSibling("." + target.getFileName() + ".partial");
  }

  /** Opens an empty folder to fill, which is to become {@code out}. */
  static StagedFolder open(Path out) throws GeneratorException {
    Path target = out.toAbsolutePath().normalize();
    if (target.getFileName() == null || !isFree(out)) {
      throw GeneratorException.usage(
          out.toString(), "exists and is not an empty folder", "name another with --out");
    }
    StagedFolder folder = new StagedFolder(out, target);
    folder.discard();
    try {
      Files.createDirectories(folder.partial);
    } catch (IOException e) {
      throw folder.failed(e);
    }
    return folder;
  }

  /** The folder to write into. */
  Path path() {
    return partial;
  }

  /** Gives the folder its promised name. */
  void publish() throws GeneratorException {
    try {
      Files.deleteIfExists(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Removes what was written so far, and nothing that the generator does not write. */
  void discard() throws GeneratorException {
    if (!Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(partial, new Removal());
    } catch (IOException e) {
      throw GeneratorException.output(
          partial.toString(),
          "is left from an earlier run and cannot be removed (" + e + ")",
          "remove it, or name another folder with --out",
          e);
    }
  }

  /** The fault to report when a file could not be written. */
  GeneratorException failed(Exception cause) {
    return GeneratorException.output(
        asWritten.toString(),
        "cannot be written (" + cause + ")",
        "check the space and the permissions there",
        cause);
  }

  private static boolean isFree(Path out) throws GeneratorException {
    if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(out, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(out)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw GeneratorException.output(
          out.toString(), "cannot be listed (" + e + ")", "check its permissions", e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = file.getFileName().toString();
      boolean ours =
          name.endsWith(".npy") || name.endsWith(".partial") || name.equals(AnomalyIndex.FILE);
      if (!ours || !attributes.isRegularFile()) {
        throw new IOException("holds " + name + ", which tsad did not write");
      }
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
  }
}
