package io.tsad.dashboard.history;

import java.time.LocalDate;

/**
 * What was scored on one day of somebody's zone.
 *
 * @param scored all verdicts
 * @param anomalies those among them
 */
public record DayCount(LocalDate day, int scored, int anomalies) {}
