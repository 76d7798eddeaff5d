package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.tsad.dashboard.history.Judgement;
import io.tsad.dashboard.history.Search;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.runtime.detect.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the history, as the page's form has it.
 *
 * @param from first day
 * @param to last day
 * @param before entries of lower ids only
 */
public record HistoryForm(
    @Nullable String text,
    @Nullable Verdict verdict,
    @Nullable String model,
    @Nullable Judgement judgement,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long before) {
  private static final List<String> FIELDS =
      List.of("text", "verdict", "model", "judgement", "from", "to", "before");

  static HistoryForm of(Context ctx) throws ProblemException {
    Parameter.only(ctx, FIELDS);
    return new HistoryForm(
        Parameter.of(ctx, "text").text(),
        Parameter.of(ctx, "verdict").choice(Verdict.class),
        Parameter.of(ctx, "model").text(),
        Parameter.of(ctx, "judgement").choice(Judgement.class),
        Parameter.of(ctx, "from").day(),
        Parameter.of(ctx, "to").day(),
        Parameter.of(ctx, "before").number(1, Long.MAX_VALUE, Long.MAX_VALUE));
  }

  /** The same as a search, its days those of {@code zone}. */
  Search search(ZoneId zone, long before, int limit) {
    return new Search(
        text,
        verdict,
        model,
        judgement,
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
        before,
        limit);
  }

  /** As the query of an address, without {@link #before}. */
  public String query() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("text", text);
    fields.put("verdict", verdict);
    fields.put("model", model);
    fields.put("judgement", judgement);
    fields.put("from", from);
    fields.put("to", to);
    return fields.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .map(
            field ->
                field.getKey()
                    + "="
                    + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
