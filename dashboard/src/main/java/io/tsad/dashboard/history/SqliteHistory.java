package io.tsad.dashboard.history;

import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.store.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
                entries.add(new Entry(id.getLong(1), one));
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
  public void close() {
    transactions.close();
  }
}
