package io.tsad.dashboard.history;

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
    add("judgement = ?", search.judgement() == null ? null : search.judgement().name());
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

  String sql() {
    return sql.toString();
  }

  /** What fills its question marks. */
  Object[] values() {
    return values.toArray();
  }
}
