package io.tsad.dashboard.command;

import io.tsad.dashboard.access.Account;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.access.Secrets;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tsad-dashboard user}: the accounts. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Makes, lists and removes accounts; a running server knows at once.")
final class UserCommand implements Callable<ExitCode> {
  private final InputStream in;

  @Mixin private final AccountsOptions accounts;

  @Spec private @Nullable CommandSpec spec;

  /** The roles an account may have. */
  enum AccountRole {
    VIEWER(Role.VIEWER),
    OPERATOR(Role.OPERATOR);

    private final Role role;

    AccountRole(Role role) {
      this.role = role;
    }
  }

  /**
   * @param in where a password may come from
   * @param environment variables by name
   */
  UserCommand(InputStream in, Map<String, String> environment) {
    this.in = in;
    this.accounts = new AccountsOptions(environment);
  }

  @Override
  public ExitCode call() {
    throw new ParameterException(line(), "Missing add, list or remove");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes an account. Prints its password, unless one is given.")
  ExitCode add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "operator",
              description = "viewer, who changes nothing, or operator. Default: operator.")
          AccountRole role,
      @Option(
              names = "--password-stdin",
              description = "Take the first line of standard input as password.")
          boolean given)
      throws TsadException {
    String password = given ? firstLine() : new Secrets(new SecureRandom()).next();
    try (Accounts open = accounts.open()) {
      open.add(name, role.role, password);
    }
    if (!given) {
      out().println(password);
    }
    return ExitCode.OK;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists them.")
  ExitCode list() throws TsadException {
    try (Accounts open = accounts.open()) {
      for (Account account : open.all()) {
        out().println(account.name() + "\t" + account.role().name().toLowerCase(Locale.ROOT));
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes an account with its tokens; its sessions are over.")
  ExitCode remove(@Parameters(paramLabel = "NAME") String name) throws TsadException {
    try (Accounts open = accounts.open()) {
      open.remove(name);
    }
    return ExitCode.OK;
  }

  private String firstLine() {
    Scanner lines = new Scanner(in, StandardCharsets.UTF_8);
    return lines.hasNextLine() ? lines.nextLine() : "";
  }

  private PrintWriter out() {
    return line().getOut();
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("Run it through CommandRunner");
    }
    return spec.commandLine();
  }
}
