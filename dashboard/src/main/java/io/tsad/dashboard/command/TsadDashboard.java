package io.tsad.dashboard.command;

import io.tsad.dashboard.api.ServingJson;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.config.SettingSources;
import io.tsad.dashboard.config.Settings;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.server.DashboardServer;
import io.tsad.dashboard.server.Surroundings;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.CommandRunner;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code tsad-dashboard}: serves models until it is told to stop. */
public final class TsadDashboard implements Callable<ExitCode> {
  private static final String CONFIG = "--config";

  private final Map<String, String> environment;
  private final CommandLine line;

  /**
   * @param in standard input
   * @param environment variables by name
   */
  TsadDashboard(InputStream in, Map<String, String> environment) {
    this.environment = environment;
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("tsad-dashboard");
    spec.mixinStandardHelpOptions(true).versionProvider(new Version());
    spec.usageMessage()
        .sortOptions(false)
        .customSynopsis(
            "tsad-dashboard [OPTIONS]",
            "       tsad-dashboard user add NAME | list | remove NAME",
            "       tsad-dashboard token add NAME | list | remove NUMBER")
        .description("Serves models to people and programs until it is told to stop.")
        .footer(
            "",
            "Each can also be set in the environment (--max-upload is",
            "TSAD_DASHBOARD_MAX_UPLOAD), or in the file (max-upload = 64).");
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(Path.class)
            .description("Reads settings from lines key = value.")
            .build());
    for (Setting setting : Setting.values()) {
      spec.addOption(option(setting));
    }
    spec.addSubcommand("user", new CommandLine(new UserCommand(in, environment)));
    spec.addSubcommand("token", new CommandLine(new TokenCommand(environment)));
    this.line = new CommandLine(spec);
  }

  private static OptionSpec option(Setting setting) {
    String standard = setting.standard().isEmpty() ? "" : " Default: " + setting.standard() + ".";
    return OptionSpec.builder(setting.flag())
        .paramLabel(setting.label())
        .type(String.class)
        .description(setting.description() + standard)
        .build();
  }

  public static void main(String[] args) {
    CommandRunner.main(new TsadDashboard(System.in, System.getenv()).commandLine(), args);
  }

  /** Parses for this command. */
  CommandLine commandLine() {
    return line;
  }

  @Override
  public ExitCode call() throws TsadException, InterruptedException {
    Settings settings = settings();
    PrintWriter err = line.getErr();
    DashboardServer server =
        new DashboardServer(
            settings, new Surroundings(InstantSource.system(), new SecureRandom(), err));
    tell(server);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
    stopped.await();
    return ExitCode.OK;
  }

  private Settings settings() throws TsadException {
    CommandLine.ParseResult parsed = line.getParseResult();
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = parsed.matchedOptionValue(setting.flag(), (@Nullable String) null);
      if (value != null) {
        flags.put(setting, value);
      }
    }
    Path file = parsed.matchedOptionValue(CONFIG, (@Nullable Path) null);
    return new SettingSources(file, environment, flags).read();
  }

  private void tell(DashboardServer server) {
    Shelf shelf = server.shelf().shelf();
    for (Shelf.Problem problem : shelf.problems()) {
      line.getErr().println("tsad-dashboard: " + problem.message());
    }
    String serves =
        shelf
            .active()
            .map(model -> "serves " + model.name())
            .orElseGet(
                () ->
                    "no model serves, for "
                        + ServingJson.silence(shelf).orElse("there is none")
                        + "; see the page of models");
    line.getErr().println("tsad-dashboard: " + serves + "; stop it with Ctrl-C");
    line.getOut().println(server.address());
    line.getOut().flush();
  }

  private static void stop(DashboardServer server, CountDownLatch stopped) {
    try {
      server.close();
    } finally {
      stopped.countDown();
    }
  }
}
