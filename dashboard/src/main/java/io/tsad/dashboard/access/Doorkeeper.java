package io.tsad.dashboard.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: a program by its token, a browser by its cookie. Where there is no account
 * and only this machine can ask, everybody may everything.
 */
public final class Doorkeeper {
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final Accounts accounts;
  private final boolean loopback;
  private final Secrets secrets;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final FormToken formToken;

  /**
   * @param loopback whether only this machine can ask
   * @param secure whether browsers ask over HTTPS
   */
  public Doorkeeper(
      Accounts accounts, boolean loopback, boolean secure, Secrets secrets, InstantSource clock) {
    this.accounts = accounts;
    this.loopback = loopback;
    this.secrets = secrets;
    this.sessions = new Sessions(secrets, clock);
    this.cookie = new SessionCookie(secure);
    this.formToken = new FormToken(secrets.next());
  }

  /** Notes in {@code ctx} who asks. */
  public void admit(Context ctx) throws StoreException, ProblemException {
    String authorization = ctx.header("Authorization");
    if (authorization != null) {
      ofToken(authorization).enter(ctx);
      return;
    }
    Optional<String> known = cookie.read(ctx);
    Optional<Account> account = Optional.empty();
    if (known.isPresent()) {
      account = account(known.get());
    }
    boolean program = ctx.path().startsWith("/api/") && account.isEmpty();
    if (!READING.contains(ctx.method())
        && !program
        && !(known.isPresent() && formToken.isIn(ctx, known.get()))) {
      caller(account, "").enter(ctx);
      throw new Problem(
              403, "The form is from another visit", "Load its page again, and send it then")
          .exception();
    }
    String id = known.orElseGet(secrets::next);
    if (known.isEmpty() && ctx.method().equals(HandlerType.GET) && !program) {
      cookie.write(ctx, id);
    }
    caller(account, formToken.of(id)).enter(ctx);
  }

  private Caller ofToken(String authorization) throws StoreException, ProblemException {
    String scheme = "Bearer ";
    Optional<Account> account =
        authorization.startsWith(scheme)
            ? accounts.findByToken(authorization.substring(scheme.length()).strip())
            : Optional.empty();
    return caller(
        account.orElseThrow(
            () ->
                new Problem(401, "The token is not valid", "Ask for one: tsad-dashboard token add")
                    .exception()),
        "");
  }

  /** Whose session it is, if the account still is as it was at the login. */
  private Optional<Account> account(String id) throws StoreException {
    Optional<Account> then = sessions.find(id);
    if (then.isEmpty()) {
      return then;
    }
    return accounts
        .find(then.get().name())
        .filter(now -> now.password().equals(then.get().password()));
  }

  private Caller caller(Optional<Account> account, String token) throws StoreException {
    if (account.isPresent()) {
      return caller(account.get(), token);
    }
    boolean open = loopback && !accounts.any();
    return new Caller(null, open ? Role.OPERATOR : Role.ANYONE, token);
  }

  private static Caller caller(Account account, String token) {
    return new Caller(account.name(), account.role(), token);
  }

  /** Logs the browser in, under a new id. */
  void logIn(Context ctx, Account account) {
    logOut(ctx);
    cookie.write(ctx, sessions.begin(account));
  }

  /** Ends the browser's session, if it has one. */
  void logOut(Context ctx) {
    cookie.read(ctx).ifPresent(sessions::end);
  }
}
