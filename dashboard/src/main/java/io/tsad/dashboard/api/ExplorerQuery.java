package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.ValidationScores;
import io.tsad.dashboard.curves.Workload;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which operating point is asked for: a threshold, or the lowest within a budget of false alarms,
 * or what is in force.
 *
 * @param threshold 0 to 1, or null
 * @param falseAlarmsPerDay the budget, or null; it wins over the threshold
 */
public record ExplorerQuery(
    @Nullable Double threshold, @Nullable Double falseAlarmsPerDay, Workload workload) {
  private static final double MOST = 1e9;

  /** Of its parameters. */
  public static final List<String> NAMES =
      List.of("threshold", "falseAlarmsPerDay", "seriesPerDay", "baseRate");

  /** As the query has it. */
  public static ExplorerQuery of(Context ctx) throws ProblemException {
    return new ExplorerQuery(
        Parameter.of(ctx, "threshold").decimal(0, 1),
        Parameter.of(ctx, "falseAlarmsPerDay").decimal(0, MOST),
        new Workload(
            Objects.requireNonNullElse(
                Parameter.of(ctx, "seriesPerDay").decimal(1, MOST), Workload.USUAL.seriesPerDay()),
            Objects.requireNonNullElse(
                Parameter.of(ctx, "baseRate").decimal(0, 1), Workload.USUAL.baseRate())));
  }

  /**
   * The point.
   *
   * @param inForce the model's threshold now
   */
  public OperatingPoint point(ValidationScores scores, double inForce) {
    double at =
        falseAlarmsPerDay != null
            ? OperatingPoint.thresholdFor(falseAlarmsPerDay, scores, workload)
            : Objects.requireNonNullElse(threshold, inForce);
    return OperatingPoint.at(at, scores, workload);
  }
}
