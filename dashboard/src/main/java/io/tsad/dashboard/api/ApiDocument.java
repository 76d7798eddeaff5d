package io.tsad.dashboard.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * {@code openapi.yaml}, which says what the API takes and answers.
 *
 * @param text the document as it is served
 * @param operations all that it describes, in its order
 */
public record ApiDocument(String text, List<Operation> operations) {
  /**
   * Something one may ask for.
   *
   * @param description more than the summary, or empty
   */
  public record Operation(
      String method,
      String path,
      String id,
      String summary,
      String description,
      List<Parameter> parameters,
      List<String> bodies,
      List<Response> responses) {}

  /**
   * A parameter of an operation.
   *
   * @param place {@code path} or {@code query}
   */
  public record Parameter(String name, String place, String description) {}

  /** An answer of an operation. */
  public record Response(String status, String description) {}

  /** The document of this version. */
  public static ApiDocument load() {
    try (InputStream in = ApiDocument.class.getResourceAsStream("openapi.yaml")) {
      String text =
          new String(
              Objects.requireNonNull(in, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8);
      Node root = new Node(new Load(LoadSettings.builder().build()).loadFromString(text));
      return new ApiDocument(text, operations(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Operation> operations(Node root) {
    List<Operation> operations = new ArrayList<>();
    root.at("paths")
        .each(
            (path, methods) ->
                methods.each(
                    (method, operation) ->
                        operations.add(operation(root, path, method, operation))));
    return List.copyOf(operations);
  }

  private static Operation operation(Node root, String path, String method, Node operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (Node given : operation.at("parameters").items()) {
      Node parameter = given.resolve(root);
      parameters.add(
          new Parameter(
              parameter.at("name").text(),
              parameter.at("in").text(),
              parameter.at("description").text()));
    }
    List<String> bodies = new ArrayList<>();
    operation.at("requestBody").at("content").each((type, schema) -> bodies.add(type));
    List<Response> responses = new ArrayList<>();
    operation
        .at("responses")
        .each(
            (status, response) ->
                responses.add(
                    new Response(status, response.resolve(root).at("description").text())));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.at("operationId").text(),
        operation.at("summary").text(),
        operation.at("description").text(),
        parameters,
        bodies,
        responses);
  }

  /** A part of the document; what is not there is empty. */
  private record Node(Object value) {
    private interface Visitor {
      void visit(String key, Node value);
    }

    Node at(String key) {
      Object found = value instanceof Map<?, ?> map ? map.get(key) : null;
      return new Node(found == null ? "" : found);
    }

    String text() {
      return value.toString().strip();
    }

    List<Node> items() {
      return value instanceof List<?> list
          ? list.stream().map(item -> new Node(Objects.requireNonNull(item))).toList()
          : List.of();
    }

    void each(Visitor visitor) {
      if (value instanceof Map<?, ?> map) {
        map.forEach((key, item) -> visitor.visit(key.toString(), new Node(item)));
      }
    }

    /** What it refers to, or itself. */
    Node resolve(Node root) {
      String reference = at("$ref").text();
      if (reference.isEmpty()) {
        return this;
      }
      Node found = root;
      for (String key : reference.substring(2).split("/", -1)) {
        found = found.at(key);
      }
      return found;
    }
  }
}
