package io.tsad.dashboard.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Browser;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TrainedModel;
import io.tsad.dashboard.config.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen in a parameter is told, not passed over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersTest {
  @TempDir private static Path home;
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    TrainedModel.write(home.resolve("models/tiny"), 0.6, 2);
    server = TestServer.start(home, Map.of(Setting.KEEP_SERIES, "all"));
    server.post("/api/v1/score", "application/x-npy", SeriesBytes.flat(1));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/verdicts?verdict=maybe | Give normal or anomaly",
        "/api/v1/verdicts?judgement=wrongly | Give right or wrong",
        "/api/v1/verdicts?model=a&model=b | The parameter model is there twice",
        "/api/v1/verdicts?verdikt=normal | There is no parameter verdikt here",
        "/api/v1/verdicts?verdikt=normal | Give only text, verdict, model, judgement",
        "/api/v1/verdicts?limit=1001 | Give a whole number from 1 to 1000",
        "/api/v1/verdicts?before=0 | Give a whole number from 1 on",
        "/api/v1/models?x=1 | There is no parameter x here",
        "/api/v1/models/tiny/operating-point?seriesPerDay=0 | Give a number from 1 to 1,000,000,000",
        "/api/v1/models/tiny/operating-point?threshold=0.5f | Give a number from 0 to 1",
        "/api/v1/models/tiny/operating-point?threshold=NaN | Give a number from 0 to 1",
        "/api/v1/models/tiny/operating-point?threshold=0x0p0 | Give a number from 0 to 1",
        "/api/v1/models/tiny/operating-point?treshold=1 | There is no parameter treshold here",
        "/api/v1/verdicts/1/series?points=few | Give a whole number from 1 to 10000",
        "/api/v1/verdicts/1/series?from=8 | Give a whole number from 0 to 7",
        "/history.csv?verdict=maybe | Give normal or anomaly",
        "/history.jsonl?judgment=wrong | There is no parameter judgment here",
        "/history?x=1 | There is no parameter x here",
        "/models/tiny?treshold=1 | There is no parameter treshold here",
        "/corrections.zip?right=maybe | Give true or false",
        "/corrections.zip?wrong=1 | Give only right",
      })
  void itsFaultAndItsChoicesAreTold(String path, String words) throws Exception {
    Answer answer = server.get(path);
    assertEquals(400, answer.status(), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
  }

  @Test
  void relevanceIsTrueOrFalseAndNothingElse() throws Exception {
    for (Map.Entry<String, Integer> value :
        Map.of("true", 200, "1", 200, "false", 200, "0", 200, "maybe", 400, "TRUE!", 400)
            .entrySet()) {
      Answer answer =
          server.post(
              "/api/v1/score?relevance=" + value.getKey(),
              "application/x-npy",
              SeriesBytes.flat(1));
      assertEquals(value.getValue(), answer.status(), value + ": " + answer.body());
    }
    Answer without =
        server.post("/api/v1/score?relevance=false", "application/x-npy", SeriesBytes.flat(1));
    assertTrue(!without.json().containsKey("windows"), without.body());
  }

  /** What was no known judgement took the mark back. */
  @Test
  void aMarkIsTakenBackByNoneAlone() throws Exception {
    Browser browser = new Browser(server);
    browser.post("/history/1/mark", Map.of("judgement", "wrong"));
    for (Map<String, String> form :
        List.of(Map.of("judgement", "rihgt"), Map.<String, String>of())) {
      assertEquals(400, browser.post("/history/1/mark", form).status());
      assertEquals("wrong", server.get("/api/v1/verdicts/1").field("judgement"));
    }
  }
}
