package io.tsad.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tsad.runtime.TsadException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not answered as asked: RFC 9457's problem details.
 *
 * @param status of HTTP
 * @param detail what is wrong, one sentence
 * @param remedy what would be right, or null where nothing would be
 */
public record Problem(int status, String detail, @Nullable String remedy) {
  /** What {@code fault} says, as an answer of {@code status}. */
  public static Problem of(int status, TsadException fault) {
    return new Problem(status, fault.subject() + " " + fault.fault(), fault.remedy());
  }

  /** What HTTP calls the status. */
  public String title() {
    return HttpStatus.forStatus(status).getMessage();
  }

  /** As JSON object. */
  public Map<String, Object> toMap() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "about:blank");
    fields.put("title", title());
    fields.put("status", status);
    fields.put("detail", detail);
    if (remedy != null) {
      fields.put("remedy", remedy);
    }
    return fields;
  }

  /** Answers it to a program. */
  public void answer(Context ctx) {
    Map<String, Object> fields = toMap();
    fields.put("request", RequestId.of(ctx).text());
    Json.answer(ctx.status(status), "application/problem+json", Json.text(fields));
  }

  /** For a handler to throw. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
