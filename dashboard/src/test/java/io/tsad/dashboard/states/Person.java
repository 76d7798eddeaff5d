package io.tsad.dashboard.states;

import io.tsad.dashboard.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Somebody who reads pages and sends forms without scripts, in a language of their own. */
final class Person {
  private static final String BOUNDARY = "----tsad-states";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final TestServer server;
  private final Locale language;
  private final Set<String> names;

  /** What was read last at each address: what is still the same is not read again. */
  private final Map<URI, Visit> known = new ConcurrentHashMap<>();

  Person(TestServer server, Locale language, Set<String> names) {
    this.server = server;
    this.language = language;
    this.names = names;
  }

  Locale language() {
    return language;
  }

  /** What the server told this one to send, to look on with another program. */
  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** A file of a form. */
  record Attachment(String name, byte[] content) {}

  Visit open(String path) throws IOException, InterruptedException {
    return open(server.uri(path), "");
  }

  Visit open(URI address, String way) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address), way);
  }

  /** Sends a form as a page has it encoded. */
  Visit post(URI address, List<Map.Entry<String, String>> fields, String way)
      throws IOException, InterruptedException {
    String body =
        fields.stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)),
        way);
  }

  /** Sends a form with files. */
  Visit post(
      URI address,
      List<Map.Entry<String, String>> fields,
      String fileField,
      List<Attachment> files,
      String way)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields) {
      part(body, "name=\"%s\"".formatted(field.getKey()), bytes(field.getValue()));
    }
    for (Attachment file : files) {
      String name = file.name().replace("\"", "%22");
      part(body, "name=\"%s\"; filename=\"%s\"".formatted(fileField, name), file.content());
    }
    body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())),
        way);
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    body.writeBytes(
        bytes(
            "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition)));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Visit send(HttpRequest.Builder request, String way)
      throws IOException, InterruptedException {
    request.header("Accept", "text/html").header("Accept-Language", language.toLanguageTag());
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    Visit last = known.get(response.uri());
    Visit now =
        last != null
                && last.status() == response.statusCode()
                && last.body().equals(response.body())
            ? last.comingBy(way)
            : Visit.of(response, way, language, names);
    known.put(now.address(), now);
    return now;
  }
}
