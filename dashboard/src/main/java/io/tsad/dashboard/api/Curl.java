package io.tsad.dashboard.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands to try the API with, as they can be pasted into a shell. */
public final class Curl {
  /** Files that somebody might have, by the content type they are sent as. */
  private static final Map<String, String> FILES =
      Map.of(
          "application/x-npy", "series.npy",
          "application/x-npz", "series.npz",
          "text/csv", "series.csv",
          "text/tab-separated-values", "series.tsv");

  private Curl() {}

  /**
   * One for each kind of body that {@code operation} takes, or one.
   *
   * @param server where it is asked, as {@code http://127.0.0.1:7070}
   * @param token whether it takes one
   */
  public static List<String> of(ApiDocument.Operation operation, String server, boolean token) {
    String address = quoted(server + address(operation));
    String curl = "curl" + (token ? " -H 'Authorization: Bearer tsad_…'" : "");
    if (operation.bodies().isEmpty()) {
      String method = operation.method().equals("GET") ? "" : " -X " + operation.method();
      return List.of(curl + method + " " + address);
    }
    List<String> commands = new ArrayList<>();
    for (ApiDocument.Body body : operation.bodies()) {
      commands.add(curl + " " + sent(body) + " " + address);
    }
    return commands;
  }

  private static String sent(ApiDocument.Body body) {
    if (body.type().equals("multipart/form-data")) {
      return "-F file=@series.npy -F file=@series.csv";
    }
    String type = "-H " + quoted("Content-Type: " + body.type()) + " ";
    return type
        + (body.example().isEmpty()
            ? "--data-binary @" + FILES.getOrDefault(body.type(), "series")
            : "-d " + quoted(body.example()));
  }

  private static String address(ApiDocument.Operation operation) {
    String path = operation.path();
    for (ApiDocument.Parameter parameter : operation.parameters()) {
      if (parameter.place().equals("path")) {
        path = path.replace("{" + parameter.name() + "}", encoded(parameter.example()));
      }
    }
    String query =
        operation.parameters().stream()
            .filter(parameter -> parameter.place().equals("query"))
            .filter(parameter -> !parameter.example().isEmpty())
            .map(parameter -> parameter.name() + "=" + encoded(parameter.example()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
