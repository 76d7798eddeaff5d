package io.tsad.runtime.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Deals sources out to workers, a batch at a time, and ever less towards the end: whoever comes
 * last then has little left to do while the others have nothing.
 */
final class Shares implements Iterator<List<Source>> {
  /** A pass of fewer is too slow for what it wins. */
  private static final int LEAST = 8;

  private final Iterator<? extends Source> sources;
  private final int workers;
  private final int batch;

  /** Twice what all workers take, so that the end is seen coming. */
  private final Deque<Source> ahead = new ArrayDeque<>();

  Shares(Iterator<? extends Source> sources, int workers, int batch) {
    this.sources = sources;
    this.workers = workers;
    this.batch = batch;
  }

  private void lookAhead() {
    while (ahead.size() < 2 * workers * batch && sources.hasNext()) {
      ahead.add(sources.next());
    }
  }

  @Override
  public boolean hasNext() {
    lookAhead();
    return !ahead.isEmpty();
  }

  /** The next share, at most a batch. */
  @Override
  public List<Source> next() {
    lookAhead();
    int fair = workers == 1 ? batch : ahead.size() / (2 * workers);
    int share = Math.min(batch, Math.max(LEAST, fair));
    List<Source> taken = new ArrayList<>(share);
    do {
      taken.add(ahead.remove());
    } while (taken.size() < share && !ahead.isEmpty());
    return taken;
  }
}
