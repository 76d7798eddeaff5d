package io.tsad.dashboard.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.Form;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.config.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of a body say of it, and what is said of a body that is not so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyTest {
  private static final String CSV = "größe;wert\n1;1\n2;2\n3;3\n4;2\n5;1\n6;0.5\n7;0\n8;1\n";
  private static final String JSON = "[1, 2, 3, 2, 1, 0.5, 0, 1]";

  @TempDir private static Path home;
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    server = TestServer.start(home, Map.of(Setting.MAX_UPLOAD, "1"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer send(String query, String type, String encoding, byte[] body) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/api/v1/score" + query))
            .header("Content-Type", type)
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static void assertScored(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    assertEquals(TinyModel.probability(10.5 / 8), answer.number("probability"), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, gzip",
    "application/x-npy, gzip",
    "application/json, X-GZIP",
    "application/json; charset=utf-8, identity"
  })
  void aPackedBodyIsUnpacked(String type, String encoding) throws Exception {
    byte[] plain =
        type.contains("json")
            ? JSON.getBytes(StandardCharsets.UTF_8)
            : SeriesBytes.npy(1, 2, 3, 2, 1, 0.5, 0, 1);
    assertScored(send("", type, encoding, encoding.equals("identity") ? plain : gzip(plain)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
  void anEncodingThatIsNotUnpackedIsRefusedAndTheOneThatIsIsTold(String encoding) throws Exception {
    Answer answer = send("", "application/json", encoding, JSON.getBytes(StandardCharsets.UTF_8));
    assertEquals(415, answer.status(), answer.body());
    assertEquals("gzip", answer.header("Accept-Encoding"));
    assertEquals("Compress with gzip, or not at all", answer.field("remedy"));
  }

  @Test
  void aBodyThatIsNoGzipOrCutOffIsNoSeriesWithAFault() throws Exception {
    byte[] packed = gzip(new byte[5000]);
    byte[] cut = Arrays.copyOf(packed, packed.length - 5);
    for (byte[] body : new byte[][] {JSON.getBytes(StandardCharsets.UTF_8), {}, cut}) {
      for (String type : new String[] {"application/json", "application/x-npy", "text/csv"}) {
        Answer answer = send("", type, "gzip", body);
        // Of what came before the cut, zeros, a reader may already know that it is no series.
        boolean told = answer.field("detail").toString().startsWith("The body is no gzip");
        assertTrue(body == cut ? answer.status() / 100 == 4 : told, answer.body());
      }
    }
    StringBuilder csv = new StringBuilder();
    new Random(0).doubles(5_000).forEach(value -> csv.append(value).append('\n'));
    byte[] whole = gzip(csv.toString().getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertEquals(400, send("", "text/csv", "gzip", half).status());
  }

  @Test
  void aLittleThatUnpacksToMuchIsTooLarge() throws Exception {
    Map<String, String> bombs =
        Map.of("application/json", " ".repeat(50_000_000), "text/csv", "1.5\n".repeat(12_000_000));
    for (Map.Entry<String, String> bomb : bombs.entrySet()) {
      byte[] packed = gzip(bomb.getValue().getBytes(StandardCharsets.UTF_8));
      assertTrue(packed.length < 200_000);
      Answer answer = send("", bomb.getKey(), "gzip", packed);
      assertEquals(413, answer.status(), answer.body());
      assertTrue(answer.body().contains("1,000,000 bytes once unpacked"), answer.body());
    }
  }

  @Test
  void aFormIsNotUnpackedAndSaysSo() throws Exception {
    byte[] form = new Form().file("a.npy", SeriesBytes.flat(1)).bytes();
    Answer answer = send("", Form.TYPE, "gzip", gzip(form));
    assertEquals(415, answer.status(), answer.body());
    assertTrue(answer.body().contains("A form cannot be compressed"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "UTF-16", "utf-16le", "windows-1252", "\"utf-8\""})
  void textIsReadInTheCharsetThatItsTypeNames(String charset) throws Exception {
    Charset known = Charset.forName(charset.replace("\"", ""));
    String query = "?column=wert";
    assertScored(send(query, "text/csv; charset=" + charset, "identity", CSV.getBytes(known)));
    assertScored(send("", "application/json;charset=" + charset, "identity", JSON.getBytes(known)));
    Answer named =
        send(
            "?column=gr%C3%B6%C3%9Fe",
            "text/csv; charset=" + charset, "gzip", gzip(CSV.getBytes(known)));
    assertEquals(200, named.status(), named.body());
  }

  @Test
  void charactersOfTwoHalvesSurviveTheEdgesOfBuffers() throws Exception {
    for (int i = 0; i < 3; i++) {
      String name = "x".repeat(4094 + i) + "\uD83D\uDE00";
      String text = "a," + name + "\n" + "1,1\n".repeat(8);
      Answer answer =
          send(
              "?column=a",
              "text/csv; charset=utf-16",
              "identity",
              text.getBytes(StandardCharsets.UTF_16));
      assertEquals(200, answer.status(), answer.body());
    }
  }

  @Test
  void aCharsetThatIsNoneOrNotThatOfTheTextIsTold() throws Exception {
    byte[] csv = CSV.getBytes(StandardCharsets.ISO_8859_1);
    Answer unknown = send("", "text/csv; charset=klingon", "identity", csv);
    assertEquals(415, unknown.status(), unknown.body());
    assertEquals("The charset klingon is none that is known here", unknown.field("detail"));
    Answer wrong = send("", "text/csv; charset=utf-16", "identity", new byte[] {1, 2, 3});
    assertEquals(400, wrong.status(), wrong.body());
    assertTrue(wrong.body().contains("no text in UTF-16"), wrong.body());
  }

  @Test
  void answersAreInUtf8WhateverTheirType() throws Exception {
    Answer fault =
        server.post("/api/v1/score?name=%E6%B3%B5.npy", "application/x-npy", SeriesBytes.npy(1, 2));
    assertEquals("application/problem+json", fault.header("Content-Type"));
    assertTrue(fault.field("detail").toString().startsWith("泵.npy is too short"), fault.body());
    assertTrue(server.get("/api/openapi.yaml").body().contains("tsad_…"));
    Answer page =
        server.send(
            HttpRequest.newBuilder(server.uri("/score"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=klingon")
                .POST(BodyPublishers.ofString("values=1")));
    assertEquals(4, page.status() / 100, page.body());
  }

  /** Numbers that are none are told as in any other format, and no library has a say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2, NaN, 4, 5, 6, 7, 8] | has NaN at index 2",
        "[1, Infinity, 3, 4, 5, 6, 7, 8] | has an infinite value at index 1",
        "[1, 2, 3, -Infinity, 5, 6, 7, 8] | has an infinite value at index 3",
        "[1, 2, 3, 4, 1e999, 6, 7, 8] | has an infinite value at index 4",
        "[1, 2, null, 4, 5, 6, 7, 8] | has no value (null) at index 2",
        "[1, 2, nan, 4, 5, 6, 7, 8] | is not JSON at index 2 (line 1, column 8)",
        "[1, 2, .5, 4] | is not JSON at index 2 (line 1, column 8)",
        "[1, 2, 3 | ends within its array, after 3 values",
        "[1, 2,] | is not JSON at index 2 (line 1, column 7)",
      })
  void whatIsWrongWithJsonIsToldInWordsOfOurOwn(String json, String detail) throws Exception {
    Answer answer =
        server.post("/api/v1/score", "application/json", json.getBytes(StandardCharsets.UTF_8));
    assertEquals(422, answer.status(), answer.body());
    assertTrue(answer.field("detail").toString().contains(detail), answer.body());
    assertFalse(
        answer
            .body()
            .matches("(?s).*(JsonReadFeature|Unexpected|token|Stream[A-Z]|\\.java|enable).*"),
        answer.body());
  }

  @Test
  void aNumberOfTooManyDigitsIsToldWithoutTheNameOfALibrarysOption() throws Exception {
    for (String json : new String[] {"[1, " + "9".repeat(2000) + "]", "[".repeat(3000)}) {
      Answer answer =
          server.post("/api/v1/score", "application/json", json.getBytes(StandardCharsets.UTF_8));
      assertEquals(422, answer.status(), answer.body());
      assertFalse(answer.body().contains("Constraints"), answer.body());
    }
  }
}
