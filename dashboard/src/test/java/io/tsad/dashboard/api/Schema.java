package io.tsad.dashboard.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** As much of JSON Schema as {@code openapi.yaml} uses. */
record Schema(Object root) {
  /** What in {@code value} is not as {@code schema} says; a field it does not name is a fault. */
  List<String> faults(Object value, Map<?, ?> schema) {
    List<String> faults = new ArrayList<>();
    check("", value, schema, faults);
    return faults;
  }

  private void check(String path, Object value, Map<?, ?> given, List<String> faults) {
    Map<?, ?> schema = resolve(given);
    if (schema.get("oneOf") instanceof List<?> choices) {
      boolean one =
          choices.stream().anyMatch(choice -> faults(value, (Map<?, ?>) choice).isEmpty());
      if (!one) {
        faults.add(path + " is none of its choices");
      }
      return;
    }
    if (schema.get("allOf") instanceof List<?> parts) {
      object(path, (Map<?, ?>) value, parts.stream().map(part -> resolve(part)).toList(), faults);
      return;
    }
    List<?> types = schema.get("type") instanceof List<?> some ? some : List.of(schema.get("type"));
    if (types.stream().noneMatch(type -> isOf(value, String.valueOf(type)))) {
      faults.add(path + " is no " + types + ": " + value);
    }
    if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
      faults.add(path + " is none of " + choices);
    }
    if (value instanceof List<?> items && schema.get("items") instanceof Map<?, ?> item) {
      items.forEach(one -> check(path + "[]", one, item, faults));
    }
    if (value instanceof Map<?, ?> fields && schema.containsKey("properties")) {
      object(path, fields, List.of(schema), faults);
    }
  }

  private void object(
      String path, Map<?, ?> fields, List<? extends Map<?, ?>> schemas, List<String> faults) {
    for (Map<?, ?> schema : schemas) {
      if (schema.get("required") instanceof List<?> required) {
        required.stream()
            .filter(name -> !fields.containsKey(name))
            .forEach(name -> faults.add(path + " has no " + name));
      }
    }
    fields.forEach(
        (name, field) -> {
          Object known =
              schemas.stream()
                  .map(
                      schema ->
                          ((Map<?, ?>) Objects.requireNonNull(schema.get("properties"))).get(name))
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElse(null);
          if (known == null) {
            faults.add(path + " has the unknown field " + name);
          } else {
            check(path + "." + name, field, (Map<?, ?>) known, faults);
          }
        });
  }

  private static boolean isOf(Object value, String type) {
    return switch (type) {
      case "null" -> value == null;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Integer;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "array" -> value instanceof List<?>;
      default -> value instanceof Map<?, ?>;
    };
  }

  private Map<?, ?> resolve(Object schema) {
    if (!(((Map<?, ?>) schema).get("$ref") instanceof String reference)) {
      return (Map<?, ?>) schema;
    }
    Object found = root;
    for (String key : reference.substring(2).split("/", -1)) {
      found = Objects.requireNonNull(((Map<?, ?>) found).get(key), reference);
    }
    return (Map<?, ?>) found;
  }
}
