package io.tsad.dashboard.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads operations from an OpenAPI document, as far as this one goes. */
record ApiReader(ApiNode root) {
  List<ApiDocument.Operation> operations() {
    List<ApiDocument.Operation> operations = new ArrayList<>();
    root.at("paths")
        .each(
            (path, methods) ->
                methods.each(
                    (method, operation) -> operations.add(operation(path, method, operation))));
    return List.copyOf(operations);
  }

  private ApiDocument.Operation operation(String path, String method, ApiNode operation) {
    List<ApiDocument.Body> bodies = new ArrayList<>();
    operation
        .at("requestBody")
        .at("content")
        .each(
            (type, body) ->
                bodies.add(
                    new ApiDocument.Body(
                        type,
                        body.at("example").text(),
                        body.at("schema").at("description").text())));
    List<ApiDocument.Response> responses = new ArrayList<>();
    operation
        .at("responses")
        .each((status, response) -> responses.add(response(status, response.resolve(root))));
    return new ApiDocument.Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        operation.at("operationId").text(),
        operation.at("summary").text(),
        operation.at("description").text(),
        operation.at("parameters").items().stream()
            .map(given -> parameter(given.resolve(root)))
            .toList(),
        List.copyOf(bodies),
        List.copyOf(responses));
  }

  private static ApiDocument.Response response(String status, ApiNode response) {
    return new ApiDocument.Response(
        status,
        response.at("description").text(),
        response.at("content").at("application/json").at("example").json());
  }

  private static ApiDocument.Parameter parameter(ApiNode parameter) {
    ApiNode schema = parameter.at("schema");
    String format = schema.at("format").text();
    return new ApiDocument.Parameter(
        parameter.at("name").text(),
        parameter.at("in").text(),
        parameter.at("required").text().equals("true"),
        format.isEmpty() ? schema.at("type").text() : format,
        schema.at("enum").items().stream().map(ApiNode::text).toList(),
        schema.at("minimum").text(),
        schema.at("maximum").text(),
        schema.at("default").text(),
        parameter.at("example").text(),
        parameter.at("description").text());
  }
}
