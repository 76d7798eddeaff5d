package io.tsad.dashboard.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.Form;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.hostile.Content;
import io.tsad.hostile.Entry;
import io.tsad.hostile.Expected;
import io.tsad.hostile.HostileInput;
import io.tsad.hostile.HostileInputs;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API and the score page say to the rows of the table. */
class HostileSeriesTest {
  @TempDir private static Path home;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<HostileInput> bodies() {
    return HostileInputs.at(Entry.API).stream();
  }

  static Stream<HostileInput> uploads() {
    return HostileInputs.at(Entry.PAGE).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void theApiAnswersAsTheRowSays(HostileInput row) throws Exception {
    String query =
        row.options().entrySet().stream()
            .map(option -> "&" + option.getKey() + "=" + encoded(option.getValue()))
            .collect(Collectors.joining());
    Answer answer =
        server.post(
            "/api/v1/score?name=" + encoded(row.file()) + query, type(row.file()), bytes(row));
    Expected expected = row.answer(Entry.API);
    if (expected instanceof Expected.Read read) {
      assertEquals(200, answer.status(), answer.body());
      assertEquals(probability(read.values()), answer.field("probability"));
    } else if (expected instanceof Expected.Refused refused) {
      assertEquals(422, answer.status(), answer.body());
      assertEquals(row.file() + " " + refused.words(), words(answer.json()));
    } else {
      throw new AssertionError("the API skips nothing");
    }
  }

  /** What the page's script sends, and is answered. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("uploads")
  void thePageAnswersAsTheRowSays(HostileInput row) throws Exception {
    Browser browser = new Browser(server);
    Form form = new Form().field("csrf", browser.csrf("/"));
    row.options().forEach(form::field);
    Answer answer =
        server.send(
            HttpRequest.newBuilder(server.uri("/score"))
                .header("Content-Type", Form.TYPE)
                .header("Cookie", browser.cookie())
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(form.file(row.file(), bytes(row)).bytes())));
    assertEquals(200, answer.status(), answer.body());
    Map<String, Object> result = answer.list("results").get(0);
    Expected expected = row.answer(Entry.PAGE);
    if (expected instanceof Expected.Read read) {
      assertEquals(probability(read.values()), result.get("probability"), answer.body());
    } else if (expected instanceof Expected.Refused refused) {
      Map<?, ?> problem = (Map<?, ?>) Objects.requireNonNull(result.get("problem"), answer.body());
      assertEquals(row.file() + " " + refused.words(), words(problem));
    } else {
      throw new AssertionError("the page skips nothing");
    }
  }

  private static Object probability(double[] values) throws Exception {
    return server
        .post("/api/v1/score", "application/x-npy", SeriesBytes.npy(values))
        .field("probability");
  }

  private static String words(Map<?, ?> problem) {
    return problem.get("detail") + "; " + problem.get("remedy");
  }

  private static byte[] bytes(HostileInput row) {
    return ((Content.Bytes) row.content()).bytes();
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".npy" -> "application/x-npy";
      case ".npz" -> "application/x-npz";
      case ".json" -> "application/json";
      case ".tsv" -> "text/tab-separated-values";
      default -> "text/csv";
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
