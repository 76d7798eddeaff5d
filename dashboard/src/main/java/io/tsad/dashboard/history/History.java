package io.tsad.dashboard.history;

import io.tsad.dashboard.store.StoreException;
import java.util.List;
import java.util.Optional;

/** Every verdict that was given. Safe for use by several threads. */
public interface History extends AutoCloseable {
  /**
   * Adds verdicts, all or none. Once it returns they outlive the process, however that ends.
   *
   * @return one entry for each, in their order
   */
  List<Entry> record(List<ScoredSeries> scored) throws StoreException;

  /** The entry of this id, if there is one. */
  Optional<Entry> find(long id) throws StoreException;

  /** Looks for entries, newest first. */
  Page search(Search search) throws StoreException;

  /** Notes a change, in force for verdicts after it. */
  void record(ThresholdChange change) throws StoreException;

  /** The last change of the model's threshold, if there was one. */
  Optional<ThresholdChange> thresholdOf(String version) throws StoreException;

  @Override
  void close();
}
