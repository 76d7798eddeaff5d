package io.tsad.dashboard.web;

import io.javalin.http.Context;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.Header;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a request's query or form, checked; one that is empty is not there.
 *
 * @param text its value, or null
 */
public record Parameter(String name, @Nullable String text) {
  /** The parameter of this name in the query. */
  public static Parameter of(Context ctx, String name) {
    return of(name, ctx.queryParam(name));
  }

  /** The field of this name of the form. */
  public static Parameter ofForm(Context ctx, String name) {
    return of(name, ctx.formParam(name));
  }

  private static Parameter of(String name, @Nullable String text) {
    return new Parameter(name, text == null || text.isBlank() ? null : text.strip());
  }

  /** Whether it is {@code true} or {@code 1}. */
  public boolean isTrue() {
    return text != null && (text.equals("true") || text.equals("1"));
  }

  /** As a number from {@code least} to {@code most}; null if it is not there. */
  public @Nullable Double decimal(double least, double most) throws ProblemException {
    if (text == null) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("a number from %s to %s".formatted(least, most));
    }
    throw wrong("a number from %s to %s".formatted(least, most));
  }

  /** As a day, such as {@code 2026-01-31}. */
  public @Nullable LocalDate day() throws ProblemException {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("a day such as 2026-01-31");
    }
  }

  /** As a column of delimited text. */
  public Column column() throws ProblemException {
    try {
      return text == null ? Column.only() : Column.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** As whether the first line of delimited text is a header. */
  public Header header() throws ProblemException {
    try {
      return text == null ? Header.AUTO : Header.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong("yes or no");
    }
  }

  /** As a whole number from {@code least} to {@code most}. */
  public long number(long least, long most, long otherwise) throws ProblemException {
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("a whole number from %d to %d".formatted(least, most));
    }
    throw wrong("a whole number from %d to %d".formatted(least, most));
  }

  /** As one of the constants of {@code choices}, in any case. */
  public <E extends Enum<E>> @Nullable E choice(Class<E> choices) throws ProblemException {
    if (text == null) {
      return null;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(text.toUpperCase(Locale.ROOT))) {
        return choice;
      }
    }
    throw wrong("another value");
  }

  /** As a time, such as {@code 2026-01-31T00:00:00Z}. */
  public @Nullable Instant time() throws ProblemException {
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("a time such as 2026-01-31T00:00:00Z");
    }
  }

  private ProblemException wrong(String wanted) {
    return new Problem(400, "The parameter " + name + " cannot be read", "Give " + wanted)
        .exception();
  }
}
