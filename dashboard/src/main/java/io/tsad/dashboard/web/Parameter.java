package io.tsad.dashboard.web;

import io.javalin.http.Context;
import io.tsad.runtime.series.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a request's query or form, checked; one that is empty is not there.
 *
 * @param text its value, or null
 */
public record Parameter(String name, @Nullable String text) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  /** The parameter of this name in the query. */
  public static Parameter of(Context ctx, String name) throws ProblemException {
    return of(name, Query.of(ctx).all(name).stream().findFirst().orElse(null));
  }

  /** The field of this name of the form. */
  public static Parameter ofForm(Context ctx, String name) {
    return of(name, ctx.formParam(name));
  }

  private static Parameter of(String name, @Nullable String text) {
    return new Parameter(name, text == null || text.isBlank() ? null : text.strip());
  }

  /**
   * Refuses what {@code known} does not name, and what is there more than once: a slip of the pen
   * would otherwise be answered as if nothing had been asked.
   */
  public static void only(Context ctx, Collection<String> known) throws ProblemException {
    for (Map.Entry<String, List<String>> given : Query.of(ctx).values().entrySet()) {
      String name = given.getKey();
      if (!known.contains(name)) {
        throw new Problem(
                400,
                "There is no parameter " + name + " here",
                known.isEmpty() ? "Leave it out" : "Give only " + String.join(", ", known))
            .exception();
      } else if (given.getValue().size() > 1) {
        throw new Problem(400, "The parameter " + name + " is there twice", "Give it once")
            .exception();
      }
    }
  }

  /** Whether it is {@code true} or {@code 1}; not if it is not there, or {@code false} or 0. */
  public boolean isTrue() throws ProblemException {
    if (text == null || text.equals("false") || text.equals("0")) {
      return false;
    } else if (text.equals("true") || text.equals("1")) {
      return true;
    }
    throw wrong("true or false");
  }

  /** As a number from {@code least} to {@code most}; null if it is not there. */
  public @Nullable Double decimal(double least, double most) throws ProblemException {
    if (text == null) {
      return null;
    }
    // Not what else Java takes for a number, such as 0x1p3, 1d or NaN.
    if (NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong("a number from %,.0f to %,.0f".formatted(least, most));
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
      // Told below.
    }
    throw wrong(
        most == Long.MAX_VALUE
            ? "a whole number from %d on".formatted(least)
            : least == most
                ? "the number %d".formatted(least)
                : "a whole number from %d to %d".formatted(least, most));
  }

  /** As one of the constants of {@code choices}, in any case. */
  public <E extends Enum<E>> @Nullable E choice(Class<E> choices) throws ProblemException {
    if (text == null) {
      return null;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    throw wrong(
        Arrays.stream(choices.getEnumConstants())
            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or ")));
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
