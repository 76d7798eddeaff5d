package io.tsad.dashboard.history;

import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.detect.Verdict;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A verdict as a row of its table. */
final class EntryRow {
  static final String INSERT =
      """
      INSERT INTO verdict (time, origin, operator, name, samples, kept, verdict, probability,
        threshold, model, version, flags)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id\
      """;

  private EntryRow() {}

  static void write(ScoredSeries scored, PreparedStatement insert) throws SQLException {
    insert.setLong(1, scored.time().toEpochMilli());
    insert.setString(2, scored.origin().name());
    insert.setString(3, scored.operator());
    insert.setString(4, scored.name());
    insert.setInt(5, scored.samples());
    insert.setString(6, scored.kept());
    insert.setString(7, scored.verdict().name());
    insert.setDouble(8, scored.probability());
    insert.setDouble(9, scored.threshold());
    insert.setString(10, scored.model());
    insert.setString(11, scored.version());
    insert.setString(12, scored.flags().stream().map(Flag::name).collect(Collectors.joining(" ")));
  }

  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        new ScoredSeries(
            Instant.ofEpochMilli(row.getLong("time")),
            ScoredSeries.Origin.valueOf(row.getString("origin")),
            row.getString("operator"),
            row.getString("name"),
            row.getInt("samples"),
            row.getString("kept"),
            Verdict.valueOf(row.getString("verdict")),
            (float) row.getDouble("probability"),
            row.getDouble("threshold"),
            row.getString("model"),
            row.getString("version"),
            flags(row.getString("flags"))),
        judgement(row.getString("judgement")));
  }

  static @Nullable Judgement judgement(@Nullable String name) {
    return name == null ? null : Judgement.valueOf(name);
  }

  private static Set<Flag> flags(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(Flag::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
  }
}
