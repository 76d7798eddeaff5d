package io.tsad.dashboard.api;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A part of a YAML document; what is not there is empty. */
record ApiNode(Object value) {
  private static final JSON PRETTY =
      JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.PRETTY_PRINT_OUTPUT);

  /** Takes what a part holds. */
  interface Visitor {
    void visit(String key, ApiNode value);
  }

  ApiNode at(String key) {
    Object found = value instanceof Map<?, ?> map ? map.get(key) : null;
    return new ApiNode(found == null ? "" : found);
  }

  String text() {
    return value.toString().strip();
  }

  /** As JSON over several lines; empty if it is empty. */
  String json() {
    try {
      return value.equals("") ? "" : PRETTY.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ApiNode> items() {
    return value instanceof List<?> list
        ? list.stream().map(item -> new ApiNode(Objects.requireNonNull(item))).toList()
        : List.of();
  }

  void each(Visitor visitor) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> visitor.visit(key.toString(), new ApiNode(item)));
    }
  }

  /** What it refers to, or itself. */
  ApiNode resolve(ApiNode root) {
    String reference = at("$ref").text();
    if (reference.isEmpty()) {
      return this;
    }
    ApiNode found = root;
    for (String key : reference.substring(2).split("/", -1)) {
      found = found.at(key);
    }
    return found;
  }
}
