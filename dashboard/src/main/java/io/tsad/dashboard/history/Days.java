package io.tsad.dashboard.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by the quarters of an hour made into days: every zone's days begin with one of them. */
final class Days {
  static final long QUARTER_MILLIS = 15 * 60 * 1000;

  /** A quarter's number since 1970, and what was scored in it. */
  record Quarter(long number, int scored, int anomalies) {}

  private Days() {}

  /** All days from {@code first} to {@code last}, those without verdicts too. */
  static List<DayCount> of(List<Quarter> quarters, ZoneId zone, LocalDate first, LocalDate last) {
    Map<LocalDate, DayCount> counts = new TreeMap<>();
    for (Quarter quarter : quarters) {
      LocalDate day =
          Instant.ofEpochMilli(quarter.number() * QUARTER_MILLIS).atZone(zone).toLocalDate();
      counts.merge(
          day,
          new DayCount(day, quarter.scored(), quarter.anomalies()),
          (a, b) -> new DayCount(day, a.scored() + b.scored(), a.anomalies() + b.anomalies()));
    }
    List<DayCount> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(counts.getOrDefault(day, new DayCount(day, 0, 0)));
    }
    return days;
  }
}
