package io.tsad.dashboard.store;

import io.tsad.dashboard.fault.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * The SQLite file {@code dashboard.db}, in its present shape. With its write-ahead log a
 * transaction that was committed outlives the process, however that ends, and readers wait for no
 * writer.
 *
 * @param file where it is
 */
public record Database(Path file) {
  /** Applied once each, in this order; one that was released never changes. */
  private static final List<String> MIGRATIONS =
      List.of("001-history", "002-access", "003-marks", "004-serving");

  /**
   * Opens, or makes, the database of {@code folder}.
   *
   * @throws StoreException if that cannot be
   */
  public static Database open(Path folder) throws StoreException {
    Database database = new Database(folder.resolve("dashboard.db"));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          folder.toString(),
          "cannot be made (" + Cause.of(e) + ")",
          "choose another with --data",
          e);
    }
    try (Connection connection = database.connect()) {
      database.migrate(connection);
    } catch (SQLException e) {
      throw StoreException.of(database.file.toString(), e);
    }
    return database;
  }

  /** A connection of one's own; it is for one thread at a time. */
  public Connection connect() throws StoreException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 10000");
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = NORMAL");
        statement.execute("PRAGMA foreign_keys = ON");
      }
      return connection;
    } catch (SQLException e) {
      throw StoreException.of(file.toString(), e);
    }
  }

  private void migrate(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT");
      for (String name : MIGRATIONS) {
        if (isNew(connection, name)) {
          for (String sql : text(name).split(";\n", -1)) {
            if (!sql.isBlank()) {
              statement.execute(sql);
            }
          }
        }
      }
    }
    connection.commit();
  }

  /** Also notes that it is not, for the next time. */
  private static boolean isNew(Connection connection, String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO migration VALUES (?)")) {
      insert.setString(1, name);
      return insert.executeUpdate() == 1;
    }
  }

  private static String text(String name) {
    try (InputStream in = Database.class.getResourceAsStream(name + ".sql")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
