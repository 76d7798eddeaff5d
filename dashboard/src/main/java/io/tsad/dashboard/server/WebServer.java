package io.tsad.dashboard.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import io.javalin.rendering.FileRenderer;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.util.JavalinBindException;
import io.tsad.dashboard.access.Doorkeeper;
import io.tsad.dashboard.config.Settings;
import io.tsad.dashboard.fault.Cause;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.RequestId;
import io.tsad.dashboard.web.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Javalin as this server needs it. */
final class WebServer implements AutoCloseable {
  /** Threads beside those that wait for a verdict, so that one is left to say that none may. */
  private static final int SPARE_THREADS = 40;

  /** How long requests under way may take when the server stops. */
  private static final int GRACE_SECONDS = 30;

  /** How long clients of open connections have to send something and be told that they close. */
  private static final int TELL_MILLIS = 1000;

  private static final int LOOK_MILLIS = 20;

  /** A connection that was accepted may show only after a while: so many looks see none. */
  private static final int QUIET_LOOKS = 5;

  /** A model's folder may be called {@code 50%}, and its page's address has that percent sign. */
  private static final UriCompliance URIS =
      UriCompliance.DEFAULT.with("percent", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

  /** A file of a form that is larger lies on disk until it was read. */
  private static final int FILE_IN_MEMORY = 1 << 15;

  private final Settings settings;
  private final Surroundings surroundings;
  private final Doorkeeper doorkeeper;
  private final Optional<TlsKey> tls;
  private final Javalin app;
  private final URI address;
  private volatile boolean closing;

  /**
   * Starts it.
   *
   * @param waiting how many requests may wait for a verdict, each on a thread
   */
  WebServer(
      Settings settings,
      int waiting,
      Surroundings surroundings,
      Doorkeeper doorkeeper,
      FileRenderer renderer,
      Metrics metrics,
      Consumer<JavalinDefaultRoutingApi> routes)
      throws ServerException {
    this.settings = settings;
    this.surroundings = surroundings;
    this.doorkeeper = doorkeeper;
    this.tls =
        settings.listen().tls().isPresent()
            ? Optional.of(TlsKey.load(settings.listen().tls().get()))
            : Optional.empty();
    AccessLog log = new AccessLog(surroundings.log(), surroundings.clock());
    this.app =
        Javalin.create(
            config -> {
              shape(config, waiting);
              config.fileRenderer(renderer);
              config.requestLogger.http(
                  (ctx, millis) -> {
                    log.write(ctx, millis);
                    metrics.answered(ctx, millis);
                  });
              before(config.routes);
              ErrorAnswers.register(config.routes);
              routes.accept(config.routes);
            });
    try {
      app.start();
    } catch (JavalinBindException e) {
      throw new ServerException(
          settings.listen().host() + ":" + settings.listen().port(),
          "cannot be listened on (%s)".formatted(Cause.of(e)),
          "choose another with --host and --port",
          e);
    }
    String host = settings.listen().host();
    this.address =
        URI.create(
            "%s://%s:%d/"
                .formatted(
                    tls.isPresent() ? "https" : "http",
                    host.contains(":") ? "[" + host + "]" : host,
                    app.port()));
  }

  private void shape(JavalinConfig config, int waiting) {
    Settings.Limits limits = settings.limits();
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = limits.bytes();
    config.jetty.host = settings.listen().host();
    config.jetty.port = settings.listen().port();
    tls.ifPresent(
        one ->
            config.jetty.addConnector(
                (server, http) -> one.connector(server, http, settings.listen())));
    config.jetty.threadPool = new QueuedThreadPool(waiting + SPARE_THREADS);
    config.jetty.multipartConfig.maxTotalRequestSize(limits.bytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(FILE_IN_MEMORY, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(URIS));
    config.jetty.modifyServletContextHandler(
        context -> context.setMaxFormKeys(limits.series() + 100));
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(new BodyLimits(limits.bytes(), limits.time(), surroundings.clock()));
          server.setErrorHandler(new BareErrors());
        });
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static";
          files.directory = "/io/tsad/dashboard/static";
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache"); // asks whether it has changed
          files.roles = Set.of(Role.ANYONE);
        });
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/webjars";
          files.directory = "META-INF/resources/webjars";
          files.location = Location.CLASSPATH;
          // The version is in the path.
          files.headers = Map.of("Cache-Control", "max-age=31536000, immutable");
          files.roles = Set.of(Role.ANYONE);
        });
  }

  private void before(JavalinDefaultRoutingApi routes) {
    SameSite site = new SameSite(settings.listen().isLoopback());
    routes.before(
        ctx -> {
          new RequestId("%016x".formatted(surroundings.random().nextLong())).enter(ctx);
          new Caller(null, Role.ANYONE, "").enter(ctx); // until it is known
          SecurityHeaders.ALL.forEach(ctx::header);
          if (tls.isPresent()) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
          }
          site.check(ctx);
          doorkeeper.admit(ctx);
        });
    routes.beforeMatched(WebServer::allow);
    routes.after(
        ctx -> {
          UnreadBody.drain(ctx);
          if ("text/html".equals(ctx.res().getContentType())) {
            ctx.contentType("text/html; charset=utf-8"); // Javalin leaves that to the page
          }
          // Not before: a request may have begun when nobody thought of closing.
          if (closing) {
            ctx.header("Connection", "close");
          }
        });
  }

  /** A route that names no role is a mistake, and nobody's. */
  private static void allow(Context ctx) throws ProblemException {
    Caller caller = Caller.of(ctx);
    boolean allowed =
        ctx.routeRoles().stream()
            .anyMatch(needed -> needed instanceof Role known && caller.role().includes(known));
    if (allowed) {
      return;
    }
    if (caller.name() != null) {
      throw new Problem(403, "Your account may not do this", "Ask for the role of an operator")
          .exception();
    }
    if (ErrorAnswers.isPerson(ctx) && ctx.method().equals(HandlerType.GET)) {
      ctx.redirect("/login?next=" + URLEncoder.encode(ctx.path(), StandardCharsets.UTF_8));
      return;
    }
    ctx.header("WWW-Authenticate", "Bearer");
    throw new Problem(401, "This needs an account", "Send a token: Authorization: Bearer tsad_…")
        .exception();
  }

  /** Where it listens. */
  URI address() {
    return address;
  }

  /**
   * Takes no further connection, answers what was begun, and ends. What comes on connections that
   * are open is answered, too, and told that they close.
   */
  @Override
  public void close() {
    try {
      // Not Jetty's own way alone: it closes a connection whose client was not told. And nobody is
      // told before no new connection can be made: who was told makes one at once.
      for (Connector connector : app.jettyServer().server().getConnectors()) {
        ((ServerConnector) connector).close();
      }
      Thread.sleep(LOOK_MILLIS); // what was just accepted becomes an open connection
      closing = true;
      awaitConnections(TELL_MILLIS);
      CompletableFuture.allOf(
              Arrays.stream(app.jettyServer().server().getConnectors())
                  .map(Connector::shutdown)
                  .toArray(CompletableFuture<?>[]::new))
          .get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What is left is cut off below.
    }
    app.stop();
  }

  /** Waits until all connections are closed by their clients, for a while. */
  private void awaitConnections(int millis) throws InterruptedException {
    int quiet = 0;
    for (int waited = 0; waited < millis && quiet < QUIET_LOOKS; waited += LOOK_MILLIS) {
      boolean none =
          Arrays.stream(app.jettyServer().server().getConnectors())
              .allMatch(connector -> connector.getConnectedEndPoints().isEmpty());
      quiet = none ? quiet + 1 : 0;
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
