package io.tsad.runtime.detect.session;

import io.tsad.runtime.cache.CachedModel;
import io.tsad.runtime.cache.ModelCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the cached copy of a model, on a thread of its own: meanwhile ONNX Runtime's library is
 * loaded, which takes as long.
 */
final class CopySearch {
  /**
   * What was found.
   *
   * @param runtime the version of ONNX Runtime it is for
   */
  record Copy(ByteBuffer content, String runtime, Rules rules) {}

  private final FutureTask<@Nullable Copy> task;

  private CopySearch(Callable<@Nullable Copy> search) {
    this.task = new FutureTask<>(search);
  }

  /** Begins to look. */
  static CopySearch begin(ModelCache cache, Path file) {
    CopySearch search = new CopySearch(() -> copy(cache, file));
    Thread thread = new Thread(search.task, "tsad-cache");
    thread.setDaemon(true);
    thread.start();
    return search;
  }

  private static @Nullable Copy copy(ModelCache cache, Path file) throws IOException {
    CachedModel found = cache.find(file);
    return found == null
        ? null
        : new Copy(found.content(), found.runtime(), RulesFormat.read(found.note()));
  }

  /** Waits for what was found: a copy for this version of ONNX Runtime, or null. */
  @Nullable Copy end(String runtime) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          Copy copy = task.get();
          return copy != null && copy.runtime().equals(runtime) ? copy : null;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      return null; // a copy is never needed
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
