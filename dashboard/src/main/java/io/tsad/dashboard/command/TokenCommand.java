package io.tsad.dashboard.command;

import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.access.ApiToken;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import java.io.PrintWriter;
import java.util.Map;
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

/** {@code tsad-dashboard token}: what programs show in place of a password. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Makes, lists and removes tokens of programs; a running server knows at once.")
final class TokenCommand implements Callable<ExitCode> {
  @Mixin private final AccountsOptions accounts;

  @Spec private @Nullable CommandSpec spec;

  /**
   * @param environment variables by name
   */
  TokenCommand(Map<String, String> environment) {
    this.accounts = new AccountsOptions(environment);
  }

  @Override
  public ExitCode call() {
    throw new ParameterException(line(), "Missing add, list or remove");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a token that acts for an account, and prints it, once.")
  ExitCode add(
      @Parameters(paramLabel = "NAME", description = "The account.") String name,
      @Option(
              names = "--label",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What it is for.")
          String label)
      throws TsadException {
    try (Accounts open = accounts.open()) {
      out().println(open.addToken(name, label));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists number, account and label of each.")
  ExitCode list() throws TsadException {
    try (Accounts open = accounts.open()) {
      for (ApiToken token : open.tokens()) {
        out().println(token.id() + "\t" + token.account() + "\t" + token.label());
      }
    }
    return ExitCode.OK;
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a token.")
  ExitCode remove(@Parameters(paramLabel = "NUMBER") long number) throws TsadException {
    try (Accounts open = accounts.open()) {
      open.removeToken(number);
    }
    return ExitCode.OK;
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
