package io.tsad.dashboard.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Form;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.series.Series;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  @TempDir private Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneSeriesIsAnsweredByOneVerdictWhateverItsFormat() throws Exception {
    double[] values = {1, 2, 3, 2, 1, 0.5, 0, 1};
    String text = "value\n1\n2\n3\n2\n1\n0.5\n0\n1\n";
    Map<String, byte[]> bodies =
        Map.of(
            "application/x-npy", SeriesBytes.npy(values),
            "application/octet-stream", SeriesBytes.npy(values),
            "text/csv", text.getBytes(StandardCharsets.UTF_8),
            "application/json", "[1,2,3,2,1,0.5,0,1]".getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
      Answer answer = server.post("/api/v1/score?name=a", body.getKey(), body.getValue());
      assertEquals(200, answer.status(), answer.body());
      assertEquals(TinyModel.probability(10.5 / 8), answer.number("probability"), 1e-6);
      assertEquals("anomaly", answer.field("verdict"));
      assertEquals("api", answer.field("origin"));
    }
  }

  @Test
  void aFormIsAnsweredForEachFileAndAFaultyOneHarmsNoOther() throws Exception {
    Answer answer =
        server.post(
            "/api/v1/score",
            Form.TYPE,
            new Form()
                .file("good.npy", SeriesBytes.flat(2))
                .file("short.npy", SeriesBytes.npy(1, 2))
                .file("text.npy", "no numbers here".getBytes(StandardCharsets.UTF_8))
                .file("nan.npy", SeriesBytes.npy(1, 2, Double.NaN, 4, 5, 6, 7, 8))
                .file("low.npy", SeriesBytes.flat(-2))
                .bytes());
    assertEquals(200, answer.status(), answer.body());
    List<Map<String, Object>> results = answer.list("results");
    assertEquals(
        List.of("good.npy", "short.npy", "text.npy", "nan.npy", "low.npy"),
        results.stream().map(result -> result.get("name")).toList());
    assertEquals("anomaly", results.get(0).get("verdict"));
    assertEquals("normal", results.get(4).get("verdict"));
    assertEquals(
        "nan.npy has NaN at index 2",
        ((Map<?, ?>) Objects.requireNonNull(results.get(3).get("problem"))).get("detail"));
    assertEquals(2, server.get("/api/v1/verdicts").list("verdicts").size());
  }

  @Test
  void anArchiveIsAnsweredForEachArray() throws Exception {
    Map<String, byte[]> arrays = new TreeMap<>();
    arrays.put("a.npy", SeriesBytes.flat(1));
    arrays.put("b.npy", SeriesBytes.flat(-1));
    Answer answer =
        server.post("/api/v1/score?name=two.npz", "application/x-npz", SeriesBytes.zip(arrays));
    assertEquals(
        List.of("two.npz#a anomaly", "two.npz#b normal"),
        answer.list("results").stream()
            .map(result -> result.get("name") + " " + result.get("verdict"))
            .toList());
  }

  @Test
  void theColumnOfATableIsTheOneNamed() throws Exception {
    byte[] table =
        "time,load\n1,9\n2,9\n3,9\n4,9\n5,9\n6,9\n7,9\n8,9\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(422, server.post("/api/v1/score", "text/csv", table).status());
    Answer answer = server.post("/api/v1/score?column=load", "text/csv", table);
    assertEquals(TinyModel.probability(9), answer.number("probability"), 1e-6);
  }

  @Test
  void verdictsAreThoseOfTheDetectorToTheLastBit() throws Exception {
    Random random = new Random(1);
    try (Detector detector = Detector.open(home.resolve("models/tiny"), Device.CPU)) {
      for (int i = 0; i < 50; i++) {
        double[] values = random.doubles(TinyModel.SAMPLES, -2, 3).toArray();
        Detection expected = detector.detect(List.of(new Series("a", values))).get(0);
        Answer answer = server.post("/api/v1/score", "application/x-npy", SeriesBytes.npy(values));
        assertEquals(expected.probability(), (float) answer.number("probability"));
        assertEquals(expected.verdict().toString(), answer.field("verdict"));
      }
    }
  }

  @Test
  void aModelThatIsNotThereIsNotFound() throws Exception {
    Answer answer =
        server.post("/api/v1/score?model=other", "application/x-npy", SeriesBytes.flat(1));
    assertEquals(404, answer.status());
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals("There is no such model", answer.field("detail"));
  }
}
