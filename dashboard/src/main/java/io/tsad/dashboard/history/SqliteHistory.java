package io.tsad.dashboard.history;

import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The history in a {@link Database}. */
public final class SqliteHistory implements History {
  private final String name;
  private final Connection writer;
  private final Connection reader;

  /** A connection is for one thread at a time. */
  private final Lock writing = new ReentrantLock();

  private final Lock reading = new ReentrantLock();

  private SqliteHistory(String name, Connection writer, Connection reader) {
    this.name = name;
    this.writer = writer;
    this.reader = reader;
  }

  /** The history in {@code database}. */
  public static SqliteHistory open(Database database) throws StoreException {
    String name = database.file().toString();
    Connection writer = database.connect();
    try {
      writer.setAutoCommit(false);
    } catch (SQLException e) {
      throw StoreException.of(name, e);
    }
    return new SqliteHistory(name, writer, database.connect());
  }

  @Override
  public List<Entry> record(List<ScoredSeries> scored) throws StoreException {
    return write(
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
    return read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM verdict WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(EntryRow.read(row)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public Page search(Search search) throws StoreException {
    return read(
        connection -> {
          List<Entry> found = new ArrayList<>();
          try (PreparedStatement select = new SearchQuery(search).prepare(connection);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              found.add(EntryRow.read(row));
            }
          }
          boolean more = found.size() > search.limit();
          return new Page(more ? found.subList(0, search.limit()) : found, more);
        });
  }

  @Override
  public void record(ThresholdChange change) throws StoreException {
    write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO threshold_change (time, operator, model, version, previous, value)"
                      + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, change.time().toEpochMilli());
            insert.setString(2, change.operator());
            insert.setString(3, change.model());
            insert.setString(4, change.version());
            insert.setDouble(5, change.previous());
            insert.setDouble(6, change.value());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public Optional<ThresholdChange> thresholdOf(String version) throws StoreException {
    return read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM threshold_change WHERE version = ? ORDER BY id DESC LIMIT 1")) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(change(row)) : Optional.empty();
            }
          }
        });
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

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T read(Work<T> work) throws StoreException {
    reading.lock();
    try {
      return work.on(reader);
    } catch (SQLException e) {
      throw StoreException.of(name, e);
    } finally {
      reading.unlock();
    }
  }

  private <T> T write(Work<T> work) throws StoreException {
    writing.lock();
    try {
      try {
        T result = work.on(writer);
        writer.commit();
        return result;
      } catch (SQLException e) {
        writer.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreException.of(name, e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    writing.lock();
    reading.lock();
    try (writer;
        reader) {
      // Both are closed, whatever happens to one.
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite failed to close " + name, e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }
}
