package io.tsad.dashboard.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.Warning;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingWarningsTest {
  private static final List<String> CODES =
      List.of(
          "leak",
          "contradiction",
          "repetition",
          "constant",
          "few-series",
          "ignored",
          "chance",
          "chance-left-out",
          "majority",
          "majority-left-out",
          "of-a-later-version");

  @TempDir private Path home;

  @Test
  void whatATrainingWarnedOfIsAProblemInEveryLanguage() throws Exception {
    List<Map<String, Object>> warnings =
        CODES.stream().map(code -> new Warning(code, "figures of " + code).toMap()).toList();
    write("doubtful", Map.of(Contract.WARNINGS, warnings));
    try (TestServer server = TestServer.start(home)) {
      List<Map<String, Object>> problems = server.get("/api/v1/problems").list("problems");
      assertEquals(
          CODES.stream().map(TrainingWarningsTest::kind).toList(),
          problems.stream().map(problem -> problem.get("kind")).toList());
      for (String language : List.of("en", "zh")) {
        String page = page(server, "/problems", language);
        for (String code : CODES) {
          assertTrue(page.contains("figures of " + code), () -> code + " in " + page);
        }
        assertFalse(page.contains("[problem."), page);
      }
      assertTrue(page(server, "/problems", "en").contains("judged on series that it learned from"));
      assertTrue(page(server, "/problems", "zh").contains("并不比随机猜测好"));
      assertFalse(page(server, "/models/doubtful", "en").contains("{code="));
    }
  }

  @Test
  void aCardWithoutWarningsIsNoProblemNorOneWhoseWarningsAreSomethingElse() throws Exception {
    write("old", Map.of());
    write("foreign", Map.of(Contract.WARNINGS, List.of("beware", Map.of("code", 7))));
    try (TestServer server = TestServer.start(home, Map.of(Setting.MODEL, "old"))) {
      assertEquals(List.of(), server.get("/api/v1/problems").list("problems"));
    }
  }

  private static String kind(String code) {
    return code.equals("of-a-later-version") ? "warned" : "warned-" + code.replace("-left-out", "");
  }

  private void write(String name, Map<String, Object> provenance) throws Exception {
    TinyModel.write(
        home.resolve("models").resolve(name), TinyModel.card(0.6).withProvenance(provenance));
  }

  private static String page(TestServer server, String path, String language) throws Exception {
    return server
        .send(HttpRequest.newBuilder(server.uri(path)).header("Accept-Language", language))
        .body();
  }
}
