package io.tsad.dashboard.history;

import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.store.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history in a {@link Database}. */
public final class SqliteHistory implements History {
  private final Transactions transactions;

  private SqliteHistory(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The history in {@code database}. */
  public static SqliteHistory open(Database database) throws StoreException {
    return new SqliteHistory(Transactions.of(database));
  }

  @Override
  public List<Entry> record(List<ScoredSeries> scored) throws StoreException {
    return transactions.write(
        connection -> {
          List<Entry> entries = new ArrayList<>(scored.size());
          try (PreparedStatement insert = connection.prepareStatement(EntryRow.INSERT)) {
            for (ScoredSeries one : scored) {
              EntryRow.write(one, insert);
              try (ResultSet id = insert.executeQuery()) {
                entries.add(new Entry(id.getLong(1), one, null));
              }
            }
          }
          return entries;
        });
  }

  @Override
  public Optional<Entry> find(long id) throws StoreException {
    return transactions.query("SELECT * FROM verdict WHERE id = ?", EntryRow::read, id).stream()
        .findFirst();
  }

  @Override
  public Page search(Search search) throws StoreException {
    SearchQuery query = new SearchQuery(search);
    List<Entry> found = transactions.query(query.sql(), EntryRow::read, query.values());
    boolean more = found.size() > search.limit();
    return new Page(more ? found.subList(0, search.limit()) : found, more);
  }

  @Override
  public List<DayCount> days(LocalDate first, LocalDate last, ZoneId zone) throws StoreException {
    List<Days.Quarter> quarters =
        transactions.query(
            "SELECT time / ? AS quarter, count(*) AS scored, sum(verdict = 'ANOMALY') AS anomalies"
                + " FROM verdict WHERE time >= ? AND time < ? GROUP BY quarter",
            row ->
                new Days.Quarter(
                    row.getLong("quarter"), row.getInt("scored"), row.getInt("anomalies")),
            Days.QUARTER_MILLIS,
            first.atStartOfDay(zone).toInstant().toEpochMilli(),
            last.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
    return Days.of(quarters, zone, first, last);
  }

  /** The last entries of both models for each kept series: ids a and b. */
  private static final String JUDGED_BY_BOTH =
      """
      SELECT a, b FROM (SELECT kept, max(id) AS a FROM verdict
        WHERE version = ? AND kept IS NOT NULL GROUP BY kept)
      JOIN (SELECT kept, max(id) AS b FROM verdict
        WHERE version = ? AND kept IS NOT NULL GROUP BY kept) USING (kept)\
      """;

  private record Pair(long first, long second) {}

  @Override
  public List<Disagreement> disagreements(String first, String second, int limit)
      throws StoreException {
    List<Pair> pairs =
        transactions.query(
            "SELECT a, b FROM ("
                + JUDGED_BY_BOTH
                + ") JOIN verdict one ON one.id = a JOIN verdict other ON other.id = b"
                + " WHERE one.verdict <> other.verdict ORDER BY max(a, b) DESC LIMIT ?",
            row -> new Pair(row.getLong("a"), row.getLong("b")),
            first,
            second,
            limit);
    List<Disagreement> found = new ArrayList<>();
    for (Pair pair : pairs) {
      found.add(new Disagreement(find(pair.first).orElseThrow(), find(pair.second).orElseThrow()));
    }
    return found;
  }

  @Override
  public int judgedByBoth(String first, String second) throws StoreException {
    return transactions
        .query(
            "SELECT count(*) AS n FROM (" + JUDGED_BY_BOTH + ")",
            row -> row.getInt("n"),
            first,
            second)
        .get(0);
  }

  @Override
  public List<Entry> notJudgedBy(String version, int limit) throws StoreException {
    return transactions.query(
        "SELECT * FROM verdict WHERE id IN (SELECT max(id) FROM verdict WHERE kept IS NOT NULL"
            + " GROUP BY kept HAVING sum(version = ?) = 0) ORDER BY id DESC LIMIT ?",
        EntryRow::read,
        version,
        limit);
  }

  @Override
  public boolean record(Mark mark) throws StoreException {
    String judgement = mark.judgement() == null ? null : mark.judgement().name();
    return transactions.write(
        connection -> {
          if (Transactions.update(
                  connection,
                  "UPDATE verdict SET judgement = ? WHERE id = ?",
                  judgement,
                  mark.verdict())
              == 0) {
            return false;
          }
          Transactions.update(
              connection,
              "INSERT INTO mark (verdict, time, operator, judgement) VALUES (?, ?, ?, ?)",
              mark.verdict(),
              mark.time().toEpochMilli(),
              mark.operator(),
              judgement);
          return true;
        });
  }

  @Override
  public List<Mark> marks(long verdict) throws StoreException {
    return transactions.query(
        "SELECT * FROM mark WHERE verdict = ? ORDER BY id DESC",
        row ->
            new Mark(
                verdict,
                Instant.ofEpochMilli(row.getLong("time")),
                row.getString("operator"),
                EntryRow.judgement(row.getString("judgement"))),
        verdict);
  }

  @Override
  public List<Entry> marked(boolean onlyWrong) throws StoreException {
    return transactions.query(
        "SELECT * FROM verdict WHERE judgement IN ('WRONG', ?) ORDER BY id",
        EntryRow::read,
        onlyWrong ? "WRONG" : "RIGHT");
  }

  @Override
  public int markedWrong(String version) throws StoreException {
    return transactions
        .query(
            "SELECT count(*) AS n FROM verdict WHERE judgement = 'WRONG' AND version = ?",
            row -> row.getInt("n"),
            version)
        .get(0);
  }

  @Override
  public List<ThresholdChange> thresholdChanges(String version) throws StoreException {
    return transactions.query(
        "SELECT * FROM threshold_change WHERE version = ? ORDER BY id DESC",
        SqliteHistory::change,
        version);
  }

  @Override
  public int forget(Instant time) throws StoreException {
    return transactions.update(
        "DELETE FROM verdict WHERE time < ? AND judgement IS NULL", time.toEpochMilli());
  }

  @Override
  public List<String> keptSeries() throws StoreException {
    return transactions.query(
        "SELECT kept FROM verdict WHERE kept IS NOT NULL GROUP BY kept"
            + " ORDER BY count(judgement) > 0, max(id)",
        row -> row.getString("kept"));
  }

  @Override
  public void dropped(String key) throws StoreException {
    transactions.update("UPDATE verdict SET kept = NULL WHERE kept = ?", key);
  }

  @Override
  public void record(ThresholdChange change) throws StoreException {
    transactions.update(
        "INSERT INTO threshold_change (time, operator, model, version, previous, value)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        change.time().toEpochMilli(),
        change.operator(),
        change.model(),
        change.version(),
        change.previous(),
        change.value());
  }

  @Override
  public Optional<ThresholdChange> thresholdOf(String version) throws StoreException {
    return transactions
        .query(
            "SELECT * FROM threshold_change WHERE version = ? ORDER BY id DESC LIMIT 1",
            SqliteHistory::change,
            version)
        .stream()
        .findFirst();
  }

  private static ThresholdChange change(ResultSet row) throws SQLException {
    return new ThresholdChange(
        Instant.ofEpochMilli(row.getLong("time")),
        row.getString("operator"),
        row.getString("model"),
        row.getString("version"),
        row.getDouble("previous"),
        row.getDouble("value"));
  }

  @Override
  public void record(ServingChange change) throws StoreException {
    transactions.update(
        "INSERT INTO serving_change (time, operator, folder, model, reason) VALUES (?, ?, ?, ?, ?)",
        change.time().toEpochMilli(),
        change.operator(),
        change.folder(),
        change.model(),
        change.reason());
  }

  @Override
  public List<ServingChange> servingChanges(String folder) throws StoreException {
    return transactions.query(
        "SELECT * FROM serving_change WHERE folder = ? ORDER BY id DESC",
        row ->
            new ServingChange(
                Instant.ofEpochMilli(row.getLong("time")),
                row.getString("operator"),
                folder,
                row.getString("model"),
                row.getString("reason")),
        folder);
  }

  @Override
  public void close() {
    transactions.close();
  }
}
