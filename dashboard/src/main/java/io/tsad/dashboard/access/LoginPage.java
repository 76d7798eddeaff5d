package io.tsad.dashboard.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.LocalPath;
import io.tsad.dashboard.web.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /login} and {@code /logout}. */
public final class LoginPage {
  private final Accounts accounts;
  private final Doorkeeper doorkeeper;
  private final LoginLimit limit;

  public LoginPage(Accounts accounts, Doorkeeper doorkeeper, InstantSource clock) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.limit = new LoginLimit(clock);
  }

  /** Adds both to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/login", ctx -> show(ctx, LocalPath.of(ctx.queryParam("next")), ""), Role.ANYONE);
    routes.post("/login", this::logIn, Role.ANYONE);
    routes.post("/logout", this::logOut, Role.ANYONE);
  }

  private static void show(Context ctx, String next, String fault) {
    ctx.render("login", Map.of("next", next, "fault", fault));
  }

  private void logIn(Context ctx) throws StoreException {
    String name = text(ctx, "name");
    String next = LocalPath.of(ctx.formParam("next"));
    List<String> guessers = List.of("name " + name, "client " + ctx.ip());
    Duration wait =
        guessers.stream().map(limit::wait).max(Duration::compareTo).orElse(Duration.ZERO);
    if (!wait.isZero() && !wait.isNegative()) {
      ctx.status(429).header("Retry-After", Long.toString(wait.toSeconds() + 1));
      show(ctx, next, "login.wait");
      return;
    }
    Optional<Account> account = accounts.find(name, text(ctx, "password"));
    if (account.isEmpty()) {
      guessers.forEach(limit::failed);
      ctx.status(401);
      show(ctx, next, "login.wrong");
      return;
    }
    guessers.forEach(limit::succeeded);
    doorkeeper.logIn(ctx, account.get());
    ctx.redirect(next, HttpStatus.SEE_OTHER);
  }

  private void logOut(Context ctx) {
    doorkeeper.logOut(ctx);
    ctx.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private static String text(Context ctx, String field) {
    String text = ctx.formParam(field);
    return text == null ? "" : text;
  }
}
