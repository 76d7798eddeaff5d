package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which language and zone somebody reads pages.
 *
 * @param locale one there are messages in
 * @param zone of all times shown
 */
public record Visitor(Locale locale, ZoneId zone) {
  /** The languages there are messages in. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  /** Names of the cookies that keep what somebody chose. */
  public static final String LANGUAGE_COOKIE = "language";

  public static final String ZONE_COOKIE = "zone";

  /** Who asks in {@code ctx}; {@code standard} where the browser says nothing. */
  static Visitor of(Context ctx, Visitor standard) {
    return new Visitor(
        locale(
            ctx.cookie(LANGUAGE_COOKIE), locale(ctx.header("Accept-Language"), standard.locale())),
        zone(ctx.cookie(ZONE_COOKIE), standard.zone()));
  }

  /** {@code time} as somebody there reads it, with the zone's offset then. */
  public String time(Instant time) {
    return TIME.format(time.atZone(zone));
  }

  private static Locale locale(@Nullable String ranges, Locale otherwise) {
    if (ranges == null) {
      return otherwise;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(ranges), LANGUAGES);
      return found == null ? otherwise : found;
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  private static ZoneId zone(@Nullable String id, ZoneId otherwise) {
    if (id == null) {
      return otherwise;
    }
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
