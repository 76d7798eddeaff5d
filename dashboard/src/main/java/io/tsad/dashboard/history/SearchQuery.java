package io.tsad.dashboard.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Search} as SQL. */
final class SearchQuery {
  private final StringBuilder sql = new StringBuilder("SELECT * FROM verdict WHERE id < ?");
  private final List<Object> values = new ArrayList<>();

  SearchQuery(Search search) {
    values.add(search.before());
    add("instr(lower(name), lower(?)) > 0", search.text());
    add("verdict = ?", search.verdict() == null ? null : search.verdict().name());
    add("model = ?", search.model());
    add("time >= ?", search.from() == null ? null : search.from().toEpochMilli());
    add("time < ?", search.to() == null ? null : search.to().toEpochMilli());
    sql.append(" ORDER BY id DESC LIMIT ?");
    values.add(search.limit() + 1); // one more tells whether there are more
  }

  private void add(String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" AND ").append(condition);
      values.add(value);
    }
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }
}
