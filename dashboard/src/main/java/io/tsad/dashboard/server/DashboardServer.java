package io.tsad.dashboard.server;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.access.Doorkeeper;
import io.tsad.dashboard.access.LoginPage;
import io.tsad.dashboard.access.Secrets;
import io.tsad.dashboard.api.ApiDocument;
import io.tsad.dashboard.api.CurvesEndpoint;
import io.tsad.dashboard.api.KnownParameters;
import io.tsad.dashboard.api.MarkEndpoint;
import io.tsad.dashboard.api.ModelsEndpoint;
import io.tsad.dashboard.api.ProblemsEndpoint;
import io.tsad.dashboard.api.ScoreEndpoint;
import io.tsad.dashboard.api.SeriesEndpoint;
import io.tsad.dashboard.api.ServingEndpoint;
import io.tsad.dashboard.api.ThresholdEndpoint;
import io.tsad.dashboard.api.TypicalEndpoint;
import io.tsad.dashboard.api.VerdictsEndpoint;
import io.tsad.dashboard.config.Settings;
import io.tsad.dashboard.config.Settings.Keep;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.history.Retention;
import io.tsad.dashboard.history.SqliteHistory;
import io.tsad.dashboard.intake.Intake;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.pages.ApiPage;
import io.tsad.dashboard.pages.ComparePage;
import io.tsad.dashboard.pages.Corrections;
import io.tsad.dashboard.pages.HistoryExport;
import io.tsad.dashboard.pages.HistoryPage;
import io.tsad.dashboard.pages.LanguageChoice;
import io.tsad.dashboard.pages.ModelPage;
import io.tsad.dashboard.pages.ModelsPage;
import io.tsad.dashboard.pages.PageRenderer;
import io.tsad.dashboard.pages.ProblemsPage;
import io.tsad.dashboard.pages.RefusalWords;
import io.tsad.dashboard.pages.ScorePage;
import io.tsad.dashboard.pages.SeriesPage;
import io.tsad.dashboard.pages.Visitor;
import io.tsad.dashboard.problems.Troubles;
import io.tsad.dashboard.scoring.Explainer;
import io.tsad.dashboard.scoring.ScoringService;
import io.tsad.dashboard.scoring.Serving;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.upload.SeriesUpload;
import io.tsad.dashboard.web.BodyStream;
import io.tsad.dashboard.webhook.Webhook;
import io.tsad.runtime.TsadException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The dashboard, put together and started. */
public final class DashboardServer implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

  private final Settings settings;
  private final Accounts accounts;
  private final LoginPage login;
  private final History history;
  private final Serving serving;
  private final ModelShelf shelf;
  private final Thresholds thresholds;
  private final ScoringService scoring;
  private final Metrics metrics = new Metrics();
  private final Optional<Webhook> webhook;
  private final WebServer web;
  private final KeptSeries kept;
  private final Explainer explainer = new Explainer();
  private final Visitor standard;
  private final Troubles troubles;
  private final InstantSource clock;
  private final List<Repeated> repeated;
  private volatile boolean stopping;

  /**
   * Starts it: models are opened and tested when it returns.
   *
   * @throws TsadException if a setting, the data folder or the address cannot be
   */
  public DashboardServer(Settings settings, Surroundings surroundings) throws TsadException {
    this.settings = settings;
    Database database = Database.open(settings.data());
    this.accounts = new Accounts(database, surroundings.random(), surroundings.clock());
    boolean loopback = settings.listen().isLoopback();
    if (!loopback && !accounts.any()) {
      throw new ServerException(
          "--host " + settings.listen().host(),
          "would let other machines in, and there is no account",
          "make one with tsad-dashboard user add NAME, or listen on 127.0.0.1",
          null);
    }
    Doorkeeper doorkeeper =
        new Doorkeeper(
            accounts,
            loopback,
            settings.listen().tls().isPresent(),
            new Secrets(surroundings.random()),
            surroundings.clock());
    this.login = new LoginPage(accounts, doorkeeper, surroundings.clock());
    this.history = SqliteHistory.open(database);
    this.clock = surroundings.clock();
    this.serving = new Serving(history, settings.models(), clock);
    this.shelf = new ModelShelf(settings.models(), settings.model(), settings.device(), serving);
    shelf.fill();
    this.kept = new KeptSeries(settings.data().resolve("series"));
    this.standard = new Visitor(settings.language(), settings.zone());
    this.thresholds = new Thresholds(history, clock);
    this.troubles = new Troubles(shelf, history, thresholds, settings.data(), clock);
    this.webhook = settings.webhook().map(Webhook::new);
    int workers =
        settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
    this.scoring =
        new ScoringService(
            workers,
            settings.queue(),
            history,
            kept,
            thresholds,
            surroundings.clock(),
            new Listeners(metrics, webhook));
    metrics.watchQueue(scoring::waiting);
    metrics.watchProblems(() -> troubles.all().size());
    PageRenderer renderer = new PageRenderer(standard, () -> troubles.all().size());
    try {
      this.web =
          new WebServer(
              settings,
              settings.queue() + workers * ScoringService.BATCH,
              surroundings,
              doorkeeper,
              renderer,
              metrics,
              this::routes);
    } catch (TsadException | RuntimeException e) {
      closeParts();
      throw e;
    }
    Retention retention =
        new Retention(
            history, kept, clock, settings.retention().days(), settings.retention().bytes());
    retention.sweep();
    troubles.look();
    this.repeated =
        List.of(
            new Repeated("models", BETWEEN_LOOKS, shelf::look),
            new Repeated("problems", BETWEEN_LOOKS, troubles::look),
            new Repeated("retention", BETWEEN_SWEEPS, retention::sweep));
  }

  private void routes(JavalinDefaultRoutingApi routes) {
    Intake intake = new Intake(scoring, settings.limits().series());
    SeriesUpload upload = new SeriesUpload(settings.limits().samples());
    login.register(routes);
    LanguageChoice.register(routes);
    Keep keep = settings.retention().series();
    new ScorePage(
            shelf,
            thresholds,
            intake,
            upload,
            keep != Keep.NONE,
            settings.limits(),
            standard,
            RefusalWords.load())
        .register(routes);
    new HistoryPage(history, shelf, clock, standard).register(routes);
    new SeriesPage(history, kept, shelf, thresholds, explainer).register(routes);
    new HistoryExport(history, standard).register(routes);
    new Corrections(history, kept).register(routes);
    new ModelsPage(shelf, thresholds, serving).register(routes);
    new ComparePage(shelf, thresholds, history, kept, intake).register(routes);
    new ModelPage(shelf, thresholds, history).register(routes);
    new ProblemsPage(troubles).register(routes);
    ApiDocument document = ApiDocument.load();
    KnownParameters.of(document).register(routes);
    new ApiPage(document).register(routes);
    new ScoreEndpoint(shelf, intake, upload, new BodyStream(settings.limits().bytes()), keep)
        .register(routes);
    new ModelsEndpoint(shelf, thresholds).register(routes);
    new ServingEndpoint(shelf, serving).register(routes);
    new VerdictsEndpoint(history).register(routes);
    new MarkEndpoint(history, clock).register(routes);
    new SeriesEndpoint(history, kept, shelf, explainer).register(routes);
    new TypicalEndpoint(shelf, thresholds).register(routes);
    new CurvesEndpoint(shelf, thresholds).register(routes);
    new ThresholdEndpoint(shelf, thresholds, history).register(routes);
    new ProblemsEndpoint(troubles).register(routes);
    new HealthEndpoint(shelf, metrics, () -> stopping).register(routes);
  }

  /** Where it listens, as {@code http://127.0.0.1:7070/}. */
  public URI address() {
    return web.address();
  }

  /** What is on the shelf: for those who start the server and tell of it. */
  public ModelShelf shelf() {
    return shelf;
  }

  /** Finishes what was accepted, and ends. */
  @Override
  public void close() {
    stopping = true;
    repeated.forEach(Repeated::close);
    web.close();
    closeParts();
  }

  private void closeParts() {
    scoring.close();
    webhook.ifPresent(Webhook::close);
    shelf.close();
    history.close();
    accounts.close();
  }
}
