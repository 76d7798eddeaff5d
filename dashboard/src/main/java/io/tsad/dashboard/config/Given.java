package io.tsad.dashboard.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A setting's value as it was given.
 *
 * @param origin where, for messages
 */
record Given(String origin, String text) {
  /** As a whole number from {@code least} to {@code most}. */
  int number(int least, int most) throws SettingException {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("a whole number from %d to %d".formatted(least, most), e);
    }
    throw wrong("a whole number from %d to %d".formatted(least, most), null);
  }

  /** As one of the constants of {@code choices}, whatever the case. */
  <E extends Enum<E>> E choice(Class<E> choices) throws SettingException {
    try {
      return Enum.valueOf(choices, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String all =
          Arrays.stream(choices.getEnumConstants())
              .map(choice -> choice.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      throw wrong("one of " + all, e);
    }
  }

  URI url() throws SettingException {
    try {
      URI url = new URI(text);
      if (List.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw wrong("an address such as https://alarms.example/tsad", e);
    }
    throw wrong("an address such as https://alarms.example/tsad", null);
  }

  ZoneId zone() throws SettingException {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw wrong("a time zone such as Europe/Berlin", e);
    }
  }

  SettingException wrong(String wanted, @Nullable Throwable cause) {
    return new SettingException(origin, "'" + text + "' cannot be", "give " + wanted, cause);
  }
}
