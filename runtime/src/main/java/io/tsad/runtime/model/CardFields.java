package io.tsad.runtime.model;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object in a card; whatever is missing or of another type is named by its
 * path.
 *
 * @param model what messages call the model
 * @param path of the object in the card, such as {@code golden[2].}; empty for the card itself
 */
record CardFields(String model, String path, Map<String, Object> values) {
  static CardFields parse(String json, String model) throws InvalidModelException {
    try {
      @Nullable Map<String, Object> values = JSON.std.mapFrom(json);
      if (values != null) {
        return new CardFields(model, "", values);
      }
      throw notAnObject(model, null);
    } catch (IOException e) {
      throw notAnObject(model, e);
    }
  }

  private static InvalidModelException notAnObject(String model, @Nullable IOException cause) {
    return new InvalidModelException(
        model,
        "has a card that is not a JSON object",
        "export it again, or mend its %s property".formatted(Contract.CARD),
        cause);
  }

  boolean has(String field) {
    return values.get(field) != null;
  }

  String text(String field) throws InvalidModelException {
    return get(field, String.class, "must be a string");
  }

  long integer(String field) throws InvalidModelException {
    Number number = get(field, Number.class, "must be an integer");
    require(number.doubleValue() == number.longValue(), field, "must be an integer");
    return number.longValue();
  }

  double number(String field) throws InvalidModelException {
    return get(field, Number.class, "must be a number").doubleValue();
  }

  double finite(String field) throws InvalidModelException {
    double number = number(field);
    require(Double.isFinite(number), field, "must be a number that fits 64 bits");
    return number;
  }

  List<String> texts(String field) throws InvalidModelException {
    return list(field, String.class, "must be a list of strings");
  }

  List<Double> numbers(String field) throws InvalidModelException {
    return list(field, Number.class, "must be a list of numbers").stream()
        .map(Number::doubleValue)
        .toList();
  }

  CardFields object(String field) throws InvalidModelException {
    return object(field, get(field, Map.class, "must be an object"));
  }

  List<CardFields> objects(String field) throws InvalidModelException {
    List<CardFields> objects = new ArrayList<>();
    for (Map<?, ?> item : list(field, Map.class, "must be a list of objects")) {
      objects.add(object("%s[%d]".formatted(field, objects.size()), item));
    }
    return objects;
  }

  /** All fields but those named, in their order. */
  Map<String, Object> except(String... fields) {
    Map<String, Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(Arrays.asList(fields));
    return rest;
  }

  void require(boolean holds, String field, String rule) throws InvalidModelException {
    if (!holds) {
      throw fault(field, rule);
    }
  }

  InvalidModelException fault(String field, String rule) {
    return new InvalidModelException(
        model,
        "has a card that breaks the model contract",
        "in %s, %s%s %s".formatted(Contract.CARD, path, field, rule));
  }

  private CardFields object(String field, Map<?, ?> value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    value.forEach((key, item) -> fields.put(String.valueOf(key), item));
    return new CardFields(model, path + field + ".", fields);
  }

  private <T> T get(String field, Class<T> type, String rule) throws InvalidModelException {
    @Nullable Object value = values.get(field);
    if (!type.isInstance(value)) {
      throw fault(field, value == null ? "is missing" : rule);
    }
    return type.cast(value);
  }

  private <T> List<T> list(String field, Class<T> type, String rule) throws InvalidModelException {
    List<T> items = new ArrayList<>();
    for (Object item : get(field, List.class, rule)) {
      require(type.isInstance(item), field, rule);
      items.add(type.cast(item));
    }
    return items;
  }
}
