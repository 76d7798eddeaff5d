package io.tsad.dashboard.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.dashboard.Answer;
import io.tsad.dashboard.SeriesBytes;
import io.tsad.dashboard.TestServer;
import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.access.Accounts;
import io.tsad.dashboard.config.Setting;
import io.tsad.dashboard.history.ScoredSeries;
import io.tsad.dashboard.history.SqliteHistory;
import io.tsad.dashboard.store.Database;
import io.tsad.dashboard.web.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A server with its folders while it is brought into a state: models, accounts, verdicts. */
final class Scene implements AutoCloseable {
  private static final String PASSWORD = "a long password";

  private final Path home;
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
  private final Set<String> names = new TreeSet<>();
  private @Nullable TestServer server;
  private @Nullable String token;
  private Optional<String> reader = Optional.empty();
  private final Map<Locale, Person> people = new ConcurrentHashMap<>();

  Scene(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("models"));
    settings.put(Setting.KEEP_SERIES, "all");
    names.addAll(Uploads.NAMES);
  }

  // ---- before it starts, and while it runs

  Scene setting(Setting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** A model's folder, to be filled; its name is one that people gave. */
  Path model(String name) {
    return home.resolve("models").resolve(named(name));
  }

  /** Notes that somebody calls something so: it is of no language. */
  String named(String name) {
    names.add(name);
    return name;
  }

  /** Adds an account, and a token for what the scene itself asks for if it is an operator. */
  Scene account(String name, Role role) throws Exception {
    try (Accounts accounts =
        new Accounts(Database.open(home.resolve("data")), new Random(0), InstantSource.system())) {
      accounts.add(named(name), role, PASSWORD);
      if (role == Role.OPERATOR) {
        token = accounts.addToken(name, "scene");
      }
    }
    return this;
  }

  /** Writes verdicts into the history as they were given long ago. */
  Scene past(List<ScoredSeries> scored) throws Exception {
    try (SqliteHistory history = SqliteHistory.open(Database.open(home.resolve("data")))) {
      history.record(scored);
    }
    scored.forEach(one -> named(one.name()));
    scored.forEach(one -> named(one.model()));
    return this;
  }

  Scene start() throws Exception {
    server = TestServer.start(home, settings);
    return this;
  }

  Scene restart() throws Exception {
    server().close();
    return start();
  }

  /** Lets the server see at once what changed among the models. */
  Scene look() throws Exception {
    server().server().shelf().look();
    server().server().shelf().look();
    return this;
  }

  // ---- what operators and programs do

  /** Scores a series through the API. */
  Scene score(String name, double... values) throws Exception {
    return score("", name, values);
  }

  /** The same by a model of that name. */
  Scene score(String model, String name, double... values) throws Exception {
    String query =
        "name=" + encoded(named(name)) + (model.isEmpty() ? "" : "&model=" + encoded(model));
    return ask("POST", "/api/v1/score?" + query, SeriesBytes.npy(values));
  }

  /** A series with the mean that decides what the tiny model says of it, and is not constant. */
  static double[] around(double mean) {
    double[] values = new double[TinyModel.SAMPLES];
    for (int i = 0; i < values.length; i++) {
      values[i] = mean + (i % 2 == 0 ? 0.25 : -0.25);
    }
    return values;
  }

  Scene mark(long verdict, String judgement) throws Exception {
    return ask("PUT", "/api/v1/verdicts/" + verdict + "/mark?judgement=" + judgement);
  }

  Scene takeBack(long verdict) throws Exception {
    return ask("DELETE", "/api/v1/verdicts/" + verdict + "/mark");
  }

  Scene threshold(String model, double value) throws Exception {
    return ask("PUT", "/api/v1/models/" + encoded(model) + "/threshold?value=" + value);
  }

  private Scene ask(String method, String path, byte... body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server().uri(path))
            .header("Content-Type", "application/x-npy")
            .method(method, BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    Answer answer = server().send(request);
    assertEquals(200, answer.status(), method + " " + path + ": " + answer.body());
    return this;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Withdraws a model: its folder is gone, and the server has seen that. */
  Scene withdraw(String name) throws Exception {
    Path folder = model(name);
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return look();
  }

  // ---- who looks

  /** Whoever looks is logged in as this. */
  Scene seenBy(String account) {
    reader = Optional.of(account);
    return this;
  }

  /** Somebody who reads this language, logged in if the state says so. */
  Person person(Locale language) throws Exception {
    Person known = people.get(language);
    if (known == null) {
      known = somebodyNew(language);
      people.put(language, known);
    }
    return known;
  }

  /** The same, who was never here. */
  Person somebodyNew(Locale language) throws Exception {
    Person person = new Person(server(), language, names);
    if (reader.isPresent()) {
      Element form = person.open("/login").page().orElseThrow().expectFirst("form.stack");
      List<Map.Entry<String, String>> fields = new ArrayList<>(FormFields.asItStands(form));
      fields.removeIf(field -> field.getKey().equals("name") || field.getKey().equals("password"));
      fields.add(Map.entry("name", reader.get()));
      fields.add(Map.entry("password", PASSWORD));
      assertEquals(200, person.post(server().uri("/login"), fields, "").status());
    }
    return person;
  }

  Optional<String> reader() {
    return reader;
  }

  /** A folder of series that somebody may drop. */
  Path folder() throws IOException {
    Path folder = home.resolve("dropped/plant");
    Files.createDirectories(folder.resolve("a"));
    Files.write(folder.resolve("pump.npy"), SeriesBytes.npy(around(1)));
    Files.write(folder.resolve("a/pump.npy"), SeriesBytes.npy(around(-1)));
    return folder;
  }

  TestServer server() {
    return Objects.requireNonNull(server, "not started");
  }

  Path home() {
    return home;
  }

  Set<String> names() {
    return names;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
