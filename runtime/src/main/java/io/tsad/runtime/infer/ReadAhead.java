package io.tsad.runtime.infer;

import io.tsad.runtime.pipeline.Source;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/**
 * Reads what comes first while the model is being opened. That keeps one core busy and leaves the
 * others idle, and the first files take longest: their folder has to be listed, and no code is
 * compiled yet.
 */
final class ReadAhead implements Runnable {
  /** About what a few workers take first. */
  private static final int MOST_SOURCES = 256;

  /** 8 MiB, or one long series. */
  private static final int MOST_SAMPLES = 1 << 20;

  private final Iterator<Source> sources;
  private final Queue<Source> read = new ArrayDeque<>();
  private final Thread thread = new Thread(this, "tsad-ahead");
  private volatile boolean enough;

  private ReadAhead(Iterator<Source> sources) {
    this.sources = sources;
    thread.setDaemon(true);
  }

  /** Begins on a thread of its own, to which {@code sources} belongs until {@link #end}. */
  static ReadAhead begin(Iterator<Source> sources) {
    ReadAhead ahead = new ReadAhead(sources);
    ahead.thread.start();
    return ahead;
  }

  @Override
  public void run() {
    long samples = 0;
    while (!enough && samples < MOST_SAMPLES && read.size() < MOST_SOURCES && sources.hasNext()) {
      Source next = sources.next();
      if (next.mayWait()) {
        read.add(next); // what is before it should not wait, too
        return;
      }
      ReadSource one = ReadSource.of(next);
      read.add(one);
      samples += one.samples();
    }
  }

  /** Ends it after the source in hand; gives all sources in order, those that were read and not. */
  Iterator<Source> end() throws InterruptedException {
    enough = true;
    thread.join();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !read.isEmpty() || sources.hasNext();
      }

      @Override
      public Source next() {
        Source first = read.poll();
        return first == null ? sources.next() : first;
      }
    };
  }
}
