package io.tsad.dashboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a {@link Database} to write with and one to read with, so that no reader waits
 * for a writer. Safe for use by several threads; other processes may use the same file.
 */
public final class Transactions implements AutoCloseable {
  private final String file;
  private final Connection writer;
  private final Connection reader;

  /** A connection is for one thread at a time. */
  private final Lock writing = new ReentrantLock();

  private final Lock reading = new ReentrantLock();

  /** Something done with a connection. */
  public interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  /** Makes something of the row a result is at. */
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Transactions(String file, Connection writer, Connection reader) {
    this.file = file;
    this.writer = writer;
    this.reader = reader;
  }

  /** Connects to {@code database}. */
  public static Transactions of(Database database) throws StoreException {
    String file = database.file().toString();
    Connection writer = database.connect();
    try {
      writer.setAutoCommit(false);
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    }
    return new Transactions(file, writer, database.connect());
  }

  /** Does {@code work}, which changes nothing. */
  public <T extends @Nullable Object> T read(Work<T> work) throws StoreException {
    reading.lock();
    try {
      return work.on(reader);
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    } finally {
      reading.unlock();
    }
  }

  /** Does all of {@code work} or nothing. Once it returns, its changes outlive the process. */
  public <T extends @Nullable Object> T write(Work<T> work) throws StoreException {
    writing.lock();
    try {
      try {
        T result = work.on(writer);
        writer.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        writer.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    } finally {
      writing.unlock();
    }
  }

  /** All rows that {@code sql} selects, its question marks filled with {@code values}. */
  public <T> List<T> query(String sql, RowReader<T> rows, @Nullable Object... values)
      throws StoreException {
    return read(
        connection -> {
          try (PreparedStatement select = prepare(connection, sql, values);
              ResultSet row = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
              found.add(rows.read(row));
            }
            return found;
          }
        });
  }

  /** Changes what {@code sql} says; returns how many rows it changed. */
  public int update(String sql, @Nullable Object... values) throws StoreException {
    return write(connection -> update(connection, sql, values));
  }

  /** The same as a part of {@link #write}. */
  public static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement update = prepare(connection, sql, values)) {
      return update.executeUpdate();
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    writing.lock();
    reading.lock();
    try (writer;
        reader) {
      // Both are closed, whatever happens to one.
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite failed to close " + file, e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }
}
