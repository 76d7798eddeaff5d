package io.tsad.dashboard.config;

import io.tsad.dashboard.fault.Cause;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, the later winning over the earlier: defaults, a file, the environment,
 * the command line.
 *
 * @param file of lines {@code key = value}, as {@link Properties} reads them in UTF-8, or null
 * @param environment variables by name
 * @param flags what the command line sets
 */
public record SettingSources(
    @Nullable Path file, Map<String, String> environment, Map<Setting, String> flags) {
  /**
   * Reads them.
   *
   * @throws SettingException for the first that cannot be
   */
  public Settings read() throws SettingException {
    Map<Setting, Given> given = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      given.put(setting, new Given(setting.flag(), setting.standard()));
    }
    if (file != null) {
      readFile(file, given);
    }
    for (Setting setting : Setting.values()) {
      String variable = environment.get(setting.variable());
      if (variable != null) {
        given.put(setting, new Given("$" + setting.variable(), variable.strip()));
      }
    }
    flags.forEach((setting, text) -> given.put(setting, new Given(setting.flag(), text)));
    return Settings.of(given);
  }

  private static void readFile(Path file, Map<Setting, Given> into) throws SettingException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingException(
          file.toString(),
          "cannot be read (" + Cause.of(e) + ")",
          "name a file of lines such as port = 7070, in UTF-8",
          e);
    }
    for (String key : properties.stringPropertyNames()) {
      Given given = new Given(file + ": " + key, properties.getProperty(key).strip());
      into.put(ofKey(key, given.origin()), given);
    }
  }

  private static Setting ofKey(String key, String origin) throws SettingException {
    for (Setting setting : Setting.values()) {
      if (setting.key().equals(key)) {
        return setting;
      }
    }
    throw new SettingException(
        origin, "is no setting", "see tsad-dashboard --help for those there are");
  }
}
