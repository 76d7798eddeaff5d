package io.tsad.dashboard.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Form;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.StoredValidation;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.io.File;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code openapi.yaml} promises, asked of a live server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentTest {
  /** What an operation cannot do without. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "mark",
          "?judgement=wrong",
          "moveThreshold",
          "?value=0.4",
          "changeServing",
          "?model=tiny");

  @TempDir private static Path home;
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    StoredValidation.writePair(home.resolve("models/tiny"), 0.6);
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all"));
    assertEquals(
        200, server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1)).status());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyOperationAnswersWithAllFieldsItPromises() throws Exception {
    ApiDocument document = ApiDocument.load();
    assertFalse(document.operations().isEmpty());
    for (ApiDocument.Operation operation : document.operations()) {
      String path = operation.path().replace("{name}", "tiny").replace("{id}", "1");
      String method = operation.method().toLowerCase(Locale.ROOT);
      for (ApiDocument.Body body : operation.bodies()) {
        promised(operation.path(), method, post(path, body.type()));
      }
      if (operation.bodies().isEmpty()) {
        promised(
            operation.path(),
            method,
            server.send(
                HttpRequest.newBuilder(server.uri(path + EXAMPLES.getOrDefault(operation.id(), "")))
                    .method(operation.method(), BodyPublishers.noBody())));
      }
    }
  }

  private Answer post(String path, String type) throws Exception {
    byte[] text = "1\n2\n3\n4\n5\n6\n7\n8\n".getBytes(StandardCharsets.UTF_8);
    return switch (type) {
      case "application/json" ->
          server.post(path, type, "[1,2,3,4,5,6,7,8]".getBytes(StandardCharsets.UTF_8));
      case "application/x-npy" -> server.post(path, type, SeriesBytes.flat(1));
      case "application/x-npz" ->
          server.post(path, type, SeriesBytes.zip(Map.of("a.npy", SeriesBytes.flat(1))));
      case "multipart/form-data" ->
          server.post(path, Form.TYPE, new Form().file("a", SeriesBytes.flat(1)).bytes());
      default -> server.post(path, type, text);
    };
  }

  /** The answer is 200, and has the fields of one of the schemas. */
  private static void promised(String path, String method, Answer answer) {
    assertEquals(200, answer.status(), path + ": " + answer.body());
    assertEquals("application/json", answer.header("Content-Type"));
    Object schema =
        at("paths", path, method, "responses", "200", "content", "application/json", "schema");
    assertTrue(
        required(schema).stream().anyMatch(fields -> answer.json().keySet().containsAll(fields)),
        path + ": " + answer.body());
  }

  /** The fields required by a schema, or by each of those that it is one of. */
  private static List<Set<String>> required(Object schema) {
    Map<?, ?> map = (Map<?, ?>) schema;
    if (map.get("$ref") instanceof String reference) {
      return required(at(reference.substring(2).split("/", -1)));
    }
    if (map.get("oneOf") instanceof List<?> any) {
      return any.stream().flatMap(one -> required(one).stream()).toList();
    }
    if (map.get("allOf") instanceof List<?> all) {
      Set<String> fields = new TreeSet<>();
      all.forEach(one -> required(one).forEach(fields::addAll));
      return List.of(fields);
    }
    Set<String> fields =
        ((List<?>) Objects.requireNonNull(map.get("required")))
            .stream().map(String::valueOf).collect(Collectors.toSet());
    return List.of(fields);
  }

  private static Object field(Map<?, ?> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static Object at(String... keys) {
    Object value =
        new Load(LoadSettings.builder().build()).loadFromString(ApiDocument.load().text());
    for (String key : keys) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
    }
    return value;
  }

  @Test
  void whatItDoesNotNameIsNoPartOfTheApi() throws Exception {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (ApiDocument.Operation operation : ApiDocument.load().operations()) {
      String path = operation.path().replace("{name}", "tiny").replace("{id}", "1");
      allowed.computeIfAbsent(path, any -> new TreeSet<>()).add(operation.method());
    }
    for (Map.Entry<String, Set<String>> known : allowed.entrySet()) {
      String path = known.getKey();
      for (String method : Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
        Answer answer =
            server.send(
                HttpRequest.newBuilder(server.uri(path)).method(method, BodyPublishers.noBody()));
        if (!known.getValue().contains(method)) {
          assertEquals(405, answer.status(), method + " " + path);
          assertEquals(
              known.getValue(),
              new TreeSet<>(List.of(String.valueOf(answer.header("Allow")).split(", ", -1))));
        }
      }
    }
  }

  @Test
  void thePageShowsEveryOperation() throws Exception {
    String page = server.get("/api").body().replace("&#39;", "'");
    for (ApiDocument.Operation operation : ApiDocument.load().operations()) {
      assertTrue(page.contains(operation.method() + " " + operation.path()), page);
      assertTrue(page.contains(operation.summary()), page);
    }
    assertEquals(ApiDocument.load().text(), server.get("/api/openapi.yaml").body());
  }

  @Test
  void thePageTellsOfEachParameterWhatItMayBeAndOfEachAnswerAnExampleAndNothingTwice()
      throws Exception {
    String page = server.get("/api").body().replace("&#39;", "'");
    for (String some :
        List.of(
            "<code>right | wrong</code>",
            "1 – 1000",
            "<code>100</code>",
            "<strong>needed</strong>",
            "&quot;judgement&quot; : &quot;wrong&quot;",
            "curl -X PUT 'http://127.0.0.1:")) {
      assertTrue(page.contains(some), some + " is not in " + page);
    }
    for (ApiDocument.Operation operation : ApiDocument.load().operations()) {
      for (ApiDocument.Parameter parameter : operation.parameters()) {
        assertFalse(parameter.description().isEmpty(), operation.id() + " " + parameter.name());
      }
      List<String> told =
          operation.responses().stream().map(ApiDocument.Response::description).toList();
      assertEquals(told.size(), Set.copyOf(told).size(), operation.id() + " says " + told);
      assertEquals(
          1,
          operation.responses().stream().filter(one -> !one.example().isEmpty()).count(),
          operation.id());
    }
  }

  @Test
  void exampleAnswersAreAsTheSchemasSay() {
    for (ApiDocument.Operation operation : ApiDocument.load().operations()) {
      Object json =
          at(
              "paths",
              operation.path(),
              operation.method().toLowerCase(Locale.ROOT),
              "responses",
              "200",
              "content",
              "application/json");
      Map<?, ?> content = (Map<?, ?>) json;
      List<String> faults =
          new Schema(at()).faults(field(content, "example"), (Map<?, ?>) field(content, "schema"));
      assertEquals(List.of(), faults, operation.id());
    }
  }

  /** As if somebody pasted them into a shell, in a folder with such files. */
  @Test
  @EnabledIf("hasCurl")
  void everyCommandOfThePageWorks(@TempDir Path files) throws Exception {
    TinyModel.write(home.resolve("models/demo"), TinyModel.card(0.6));
    Files.copy(
        home.resolve("models/tiny/evaluation.json"), home.resolve("models/demo/evaluation.json"));
    server.server().shelf().look();
    server.server().shelf().look();
    for (int i = 1; i < 17; i++) {
      server.post("/api/v1/score?model=demo", "application/x-npy", SeriesBytes.flat(i));
    }
    Files.write(files.resolve("series.npy"), SeriesBytes.flat(1));
    Files.write(files.resolve("series.npz"), SeriesBytes.zip(Map.of("a.npy", SeriesBytes.flat(1))));
    Files.writeString(files.resolve("series.csv"), "1\n2\n3\n4\n5\n6\n7\n8\n");
    Files.writeString(files.resolve("series.tsv"), "1\n2\n3\n4\n5\n6\n7\n8\n");
    String page = server.get("/api").body().replace("&#39;", "'").replace("&amp;", "&");
    Matcher commands = Pattern.compile("<pre tabindex=\"0\">(curl [^<]+)</pre>").matcher(page);
    int count = 0;
    for (; commands.find(); count++) {
      Process curl =
          new ProcessBuilder("sh", "-c", commands.group(1) + " -sS -w '\n%{http_code}'")
              .directory(files.toFile())
              .redirectErrorStream(true)
              .start();
      String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.endsWith("\n200"), commands.group(1) + "\n" + answer);
    }
    assertTrue(count >= ApiDocument.load().operations().size(), count + " commands");
  }

  static boolean hasCurl() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
  }
}
