package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.web.LocalPath;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import java.time.Duration;

/** {@code POST /language}: reads pages in another language from now on. */
public final class LanguageChoice {
  private static final Duration KEPT = Duration.ofDays(365);

  private LanguageChoice() {}

  /** Adds it to {@code routes}. */
  public static void register(JavalinDefaultRoutingApi routes) {
    routes.post("/language", LanguageChoice::choose, Role.ANYONE);
  }

  private static void choose(Context ctx) throws ProblemException {
    String language = ctx.formParam("language");
    if (Visitor.LANGUAGES.stream().noneMatch(known -> known.toLanguageTag().equals(language))) {
      throw new Problem(400, "There is no such language here", "Choose en or zh").exception();
    }
    Cookie cookie = new Cookie(Visitor.LANGUAGE_COOKIE, String.valueOf(language));
    cookie.setMaxAge((int) KEPT.toSeconds());
    cookie.setSameSite(SameSite.STRICT);
    cookie.setHttpOnly(true);
    ctx.cookie(cookie);
    ctx.redirect(LocalPath.of(ctx.formParam("next")), HttpStatus.SEE_OTHER);
  }
}
