package io.tsad.dashboard.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters in a request's address, in UTF-8 as addresses are. Javalin takes them to be in the
 * charset of the body.
 *
 * @param values by name, in their order
 */
public record Query(Map<String, List<String>> values) {
  /** That of {@code ctx}. */
  public static Query of(Context ctx) throws ProblemException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String query = ctx.queryString();
    for (String part : (query == null ? "" : query).split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decoded(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      }
    }
    return new Query(values);
  }

  /** All of this name. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String decoded(String text) throws ProblemException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem(
              400,
              "The address has a % that two hexadecimal digits do not follow",
              "Write % itself as %25")
          .exception();
    }
  }
}
