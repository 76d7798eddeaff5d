package io.tsad.dashboard.history;

import io.tsad.dashboard.store.StoreException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

  /**
   * Counts verdicts by day, from {@code first} to {@code last}.
   *
   * @param zone in which days begin
   */
  List<DayCount> days(LocalDate first, LocalDate last, ZoneId zone) throws StoreException;

  /**
   * Series of the same samples that two models judged differently, by their last verdicts, the
   * newest first.
   *
   * @param first version of one model
   * @param second version of the other
   * @param limit the most to answer
   */
  List<Disagreement> disagreements(String first, String second, int limit) throws StoreException;

  /** How many series of the same samples both models judged; see {@link #disagreements}. */
  int judgedByBoth(String first, String second) throws StoreException;

  /**
   * Series that were kept and judged, but not by this model: the newest entry of each.
   *
   * @param version of the model
   */
  List<Entry> notJudgedBy(String version, int limit) throws StoreException;

  /**
   * Notes what somebody says of a verdict, in place of what was said before.
   *
   * @return whether there is such a verdict
   */
  boolean record(Mark mark) throws StoreException;

  /** All that was said of a verdict, newest first. */
  List<Mark> marks(long verdict) throws StoreException;

  /** Entries marked wrong, and right ones too if asked for, oldest first. */
  List<Entry> marked(boolean onlyWrong) throws StoreException;

  /** How many verdicts of a model are marked wrong. */
  int markedWrong(String version) throws StoreException;

  /** Notes a change, in force for verdicts after it. */
  void record(ThresholdChange change) throws StoreException;

  /** The last change of the model's threshold, if there was one. */
  Optional<ThresholdChange> thresholdOf(String version) throws StoreException;

  /** All changes of a model's threshold, newest first. */
  List<ThresholdChange> thresholdChanges(String version) throws StoreException;

  /** Notes that another model serves. */
  void record(ServingChange change) throws StoreException;

  /** All changes of the model that serves of those in {@code folder}, newest first. */
  List<ServingChange> servingChanges(String folder) throws StoreException;

  /**
   * Forgets verdicts before {@code time}, but none that is marked.
   *
   * @return how many
   */
  int forget(Instant time) throws StoreException;

  /** Keys of all kept series, those to give up first first: marked ones last, old ones first. */
  List<String> keptSeries() throws StoreException;

  /** Notes that a series is no longer kept. */
  void dropped(String key) throws StoreException;

  @Override
  void close();
}
