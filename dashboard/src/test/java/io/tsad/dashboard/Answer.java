package io.tsad.dashboard;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a server answered. */
public record Answer(HttpResponse<String> response) {
  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /** A header's value, empty if it is missing. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    try {
      return JSON.std.mapFrom(body());
    } catch (IOException e) {
      throw new UncheckedIOException(body(), e);
    }
  }

  /** A field of the JSON object. */
  public Object field(String name) {
    return Objects.requireNonNull(json().get(name), name + " in " + body());
  }

  /** A field that is a number. */
  public double number(String name) {
    return ((Number) field(name)).doubleValue();
  }

  /** A field that is a list of objects. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> list(String name) {
    return (List<Map<String, Object>>) field(name);
  }
}
