package io.tsad.dashboard.access;

import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.store.Transactions;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The accounts and tokens in a {@link Database}. Safe for use by several threads and processes. */
public final class Accounts implements AutoCloseable {
  /** The shortest password that is accepted. */
  public static final int LEAST_PASSWORD = 10;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

  private final Transactions transactions;
  private final RandomGenerator random;
  private final InstantSource clock;

  /** Checked where there is no account, so that a name's absence takes as long to find out. */
  private final String nobodys;

  public Accounts(Database database, RandomGenerator random, InstantSource clock)
      throws StoreException {
    this.transactions = Transactions.of(database);
    this.random = random;
    this.clock = clock;
    this.nobodys = Password.keep("", random);
  }

  /** Whether there is any. */
  public boolean any() throws StoreException {
    return !transactions.query("SELECT 1 FROM account LIMIT 1", row -> 1).isEmpty();
  }

  /** All, by name. */
  public List<Account> all() throws StoreException {
    return transactions.query("SELECT * FROM account ORDER BY name", Accounts::account);
  }

  /** The one of this name. */
  public Optional<Account> find(String name) throws StoreException {
    return transactions
        .query("SELECT * FROM account WHERE name = ?", Accounts::account, name)
        .stream()
        .findFirst();
  }

  /** The one of this name and password. */
  Optional<Account> find(String name, String password) throws StoreException {
    Optional<Account> found = find(name);
    boolean matches = Password.matches(password, found.map(Account::password).orElse(nobodys));
    return found.filter(account -> matches);
  }

  /** The one that {@code token} acts for. */
  Optional<Account> findByToken(String token) throws StoreException {
    return transactions
        .query(
            "SELECT account.* FROM account JOIN token ON token.account = account.name"
                + " WHERE digest = ?",
            Accounts::account,
            Sha256.of(token))
        .stream()
        .findFirst();
  }

  /**
   * Makes an account.
   *
   * @throws AccountException if the name or the password cannot be, or the name is taken
   */
  public void add(String name, Role role, String password) throws StoreException, AccountException {
    if (!NAME.matcher(name).matches()) {
      throw new AccountException(
          name, "is no name", "take up to 64 letters, digits and . _ @ -, a letter or digit first");
    }
    if (password.codePointCount(0, password.length()) < LEAST_PASSWORD) {
      throw new AccountException(
          name, "has too short a password", "take at least " + LEAST_PASSWORD + " characters");
    }
    int added =
        transactions.update(
            "INSERT OR IGNORE INTO account VALUES (?, ?, ?, ?)",
            name,
            role.name(),
            Password.keep(password, random),
            clock.millis());
    if (added == 0) {
      throw new AccountException(name, "is there already", "remove it first, or take another name");
    }
  }

  /** Removes an account and its tokens; its sessions are over. */
  public void remove(String name) throws StoreException, AccountException {
    if (transactions.update("DELETE FROM account WHERE name = ?", name) == 0) {
      throw new AccountException(name, "is no account", "see tsad-dashboard user list");
    }
  }

  /**
   * Makes a token for an account.
   *
   * @return the token, which is not kept
   */
  public String addToken(String account, String label) throws StoreException, AccountException {
    if (find(account).isEmpty()) {
      throw new AccountException(account, "is no account", "see tsad-dashboard user list");
    }
    String token = "tsad_" + new Secrets(random).next();
    transactions.update(
        "INSERT INTO token (account, label, digest, created) VALUES (?, ?, ?, ?)",
        account,
        label,
        Sha256.of(token),
        clock.millis());
    return token;
  }

  /** All tokens. */
  public List<ApiToken> tokens() throws StoreException {
    return transactions.query(
        "SELECT * FROM token ORDER BY id",
        row -> new ApiToken(row.getLong("id"), row.getString("account"), row.getString("label")));
  }

  /** Removes a token; it is worth nothing from then on. */
  public void removeToken(long id) throws StoreException, AccountException {
    if (transactions.update("DELETE FROM token WHERE id = ?", id) == 0) {
      throw new AccountException(
          Long.toString(id), "is no token's number", "see tsad-dashboard token list");
    }
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"), Role.valueOf(row.getString("role")), row.getString("password"));
  }

  @Override
  public void close() {
    transactions.close();
  }
}
