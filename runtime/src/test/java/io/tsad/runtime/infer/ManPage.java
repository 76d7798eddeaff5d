package io.tsad.runtime.infer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's manual page in roff's man macros, from what its {@code --help} says. */
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  static String of(CommandSpec command, String version) {
    ManPage page = new ManPage();
    String name = command.name();
    List<String> description = List.of(command.usageMessage().description());
    page.macro("TH", name.toUpperCase(Locale.ROOT), "1", "", "tsad " + version);
    page.section("NAME");
    page.text(name + " - " + description.get(0));
    page.section("SYNOPSIS");
    page.synopsis(command);
    page.section("DESCRIPTION");
    description.forEach(page::text);
    command.positionalParameters().forEach(page::positional);
    page.section("OPTIONS");
    command.options().forEach(page::option);
    if (!command.subcommands().isEmpty()) {
      page.section("COMMANDS");
      command
          .subcommands()
          .forEach(
              (sub, line) ->
                  page.item(sub, line.getCommandSpec().usageMessage().description(), true));
    }
    page.section("RESULTS AND EXIT STATUS");
    for (String line : command.usageMessage().footer()) {
      page.footer(line);
    }
    return page.page.toString();
  }

  private void synopsis(CommandSpec command) {
    bold(command.name());
    text("[options] " + labels(command.positionalParameters()));
    command
        .subcommands()
        .keySet()
        .forEach(
            sub -> {
              macro("br");
              bold(command.name() + " " + sub);
              text("[options]");
            });
  }

  private static String labels(List<PositionalParamSpec> parameters) {
    return parameters.stream()
        .map(parameter -> parameter.paramLabel() + "...")
        .collect(Collectors.joining(" "));
  }

  private void positional(PositionalParamSpec parameter) {
    item(parameter.paramLabel(), parameter.description(), false);
  }

  private void option(OptionSpec option) {
    item(String.join(", ", option.names()) + value(option), option.description(), true);
  }

  private static String value(ArgSpec option) {
    return option.arity().max() == 0 ? "" : "=" + option.paramLabel();
  }

  private void item(String term, String[] description, boolean bold) {
    macro("TP");
    if (bold) {
      bold(term);
    } else {
      text(term);
    }
    text(Arrays.stream(description).collect(Collectors.joining(" ")));
  }

  /** Lines of a table or list stay lines. */
  private void footer(String line) {
    if (line.isEmpty()) {
      macro("PP");
    } else {
      text(line);
      macro("br");
    }
  }

  private void section(String title) {
    macro("SH", title);
  }

  private void bold(String text) {
    macro("B", text);
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
  }

  /** {@code \&} keeps a leading dot or quote from being taken for a request. */
  private void text(String text) {
    page.append("\\&").append(escaped(text)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("%n", " ").replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
  }
}
