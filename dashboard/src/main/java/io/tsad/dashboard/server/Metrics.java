package io.tsad.dashboard.server;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tsad.dashboard.history.ScoredSeries;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Scored;
import io.tsad.dashboard.scoring.ScoringListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Counts and times for Prometheus. */
final class Metrics implements ScoringListener {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge models =
      MultiGauge.builder("tsad.model")
          .description("1 for the active model, 0 for others that serve")
          .register(registry);

  /** A request was answered. */
  void answered(Context ctx, float millis) {
    Timer.builder("tsad.http.requests")
        .description("Requests, from their first line to the last byte of their answer")
        .tag("method", ctx.method().name())
        .tag("route", route(ctx))
        .tag("status", Integer.toString(ctx.statusCode()))
        .publishPercentileHistogram()
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  /** The route's pattern: paths themselves are without number. */
  private static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }

  @Override
  public void scored(List<Scored> scored, Duration took) {
    Timer.builder("tsad.scoring.pass")
        .description("Passes of a model over a batch, with their note in the history")
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
    for (Scored one : scored) {
      ScoredSeries series = one.entry().scored();
      registry
          .counter("tsad.verdicts", "model", series.model(), "verdict", series.verdict().toString())
          .increment();
    }
  }

  @Override
  public void overloaded() {
    registry.counter("tsad.overloaded").increment();
  }

  /** Watches how many series wait. */
  void watchQueue(Supplier<Number> waiting) {
    Gauge.builder("tsad.queue", waiting)
        .description("Series that wait to be scored")
        .register(registry);
  }

  /** Watches how much is wrong. */
  void watchProblems(Supplier<Number> problems) {
    Gauge.builder("tsad.problems", problems)
        .description("Problems that the page of them shows")
        .register(registry);
  }

  /** Notes what is on the shelf. */
  void watch(Shelf shelf) {
    Model active = shelf.active().orElse(null);
    models.register(
        shelf.models().stream()
            .<MultiGauge.Row<?>>map(
                model ->
                    MultiGauge.Row.of(
                        Tags.of("name", model.name(), "version", model.version()),
                        model == active ? 1 : 0))
            .toList(),
        true);
  }

  /** All of it, in Prometheus' text format. */
  String text() {
    return registry.scrape();
  }
}
