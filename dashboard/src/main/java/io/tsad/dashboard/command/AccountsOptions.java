package io.tsad.dashboard.command;

import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.config.SettingSources;
import io.tsad.dashboard.store.Database;
import io.tsad.runtime.TsadException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Tells commands about accounts where these are. */
final class AccountsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "As of the server.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "As of the server.")
  private @Nullable String data;

  private final Map<String, String> environment;

  /**
   * @param environment variables by name
   */
  AccountsOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Opens them, whether a server runs or not. */
  Accounts open() throws TsadException {
    Map<Setting, String> flags = data == null ? Map.of() : Map.of(Setting.DATA, data);
    Path folder = new SettingSources(config, environment, flags).read().data();
    return new Accounts(Database.open(folder), new SecureRandom(), InstantSource.system());
  }
}
