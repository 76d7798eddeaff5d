package io.tsad.dashboard;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does of HTTP: it keeps a cookie, follows redirects and fills in forms. */
public final class Browser {
  private static final Pattern CSRF =
      Pattern.compile("name=\"csrf\" (?:value|content)=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestServer server;
  private String cookie;

  public Browser(TestServer server) {
    this(server, "");
  }

  /** One that was given a cookie by somebody else. */
  public Browser(TestServer server, String cookie) {
    this.server = server;
    this.cookie = cookie;
  }

  /** The cookie, as {@code name=value}. */
  public String cookie() {
    return cookie;
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.uri(path)));
  }

  /** The page as somebody reads it whose language is this. */
  public Answer get(String path, String language) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.uri(path)).header("Accept-Language", language));
  }

  /** Sends a form with the token of this browser, unless the fields have one. */
  public Answer post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(fields);
    if (!all.containsKey("csrf")) {
      all.put("csrf", csrf("/login"));
    }
    String body =
        all.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  public Answer logIn(String name, String password, String next)
      throws IOException, InterruptedException {
    return post("/login", Map.of("name", name, "password", password, "next", next));
  }

  /** The token that the page at {@code path} carries. */
  public String csrf(String path) throws IOException, InterruptedException {
    String body = get(path).body();
    Matcher found = CSRF.matcher(body);
    if (!found.find()) {
      throw new IllegalStateException("No token in " + body);
    }
    return found.group(1);
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    request.setHeader("Accept", "text/html");
    if (!cookie.isEmpty()) {
      request.setHeader("Cookie", cookie);
    }
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    for (String set : response.headers().allValues("Set-Cookie")) {
      cookie = set.substring(0, set.indexOf(';'));
    }
    int status = response.statusCode();
    if (status == 302 || status == 303) {
      return send(
          HttpRequest.newBuilder(
              response.uri().resolve(response.headers().firstValue("Location").orElseThrow())));
    }
    return new Answer(response);
  }
}
