package io.tsad.dashboard.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * {@code openapi.yaml}, which says what the API takes and answers.
 *
 * @param text the document as it is served
 * @param description what holds for all operations
 * @param operations all that it describes, in its order
 */
public record ApiDocument(String text, String description, List<Operation> operations) {
  /**
   * Something one may ask for.
   *
   * @param description more than the summary, or empty
   * @param bodies what a request may bring; empty where it brings nothing
   */
  public record Operation(
      String method,
      String path,
      String id,
      String summary,
      String description,
      List<Parameter> parameters,
      List<Body> bodies,
      List<Response> responses) {}

  /**
   * A parameter of an operation.
   *
   * @param place {@code path} or {@code query}
   * @param required whether nothing is answered without
   * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code
   *     date-time}
   * @param choices all that it may be; empty for anything of its type
   * @param least the lowest it may be, or empty
   * @param most the highest it may be, or empty
   * @param standard what it is if it is left out, or empty
   * @param example what requests to try have, or empty where they leave it out
   */
  public record Parameter(
      String name,
      String place,
      boolean required,
      String type,
      List<String> choices,
      String least,
      String most,
      String standard,
      String example,
      String description) {}

  /**
   * What a request may bring.
   *
   * @param type its content type
   * @param example in JSON, or empty
   * @param description more than the type says, or empty
   */
  public record Body(String type, String example, String description) {}

  /**
   * An answer of an operation.
   *
   * @param example in JSON, or empty
   */
  public record Response(String status, String description, String example) {}

  /** The document of this version. */
  public static ApiDocument load() {
    try (InputStream in = ApiDocument.class.getResourceAsStream("openapi.yaml")) {
      String text =
          new String(
              Objects.requireNonNull(in, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8);
      ApiNode root = new ApiNode(new Load(LoadSettings.builder().build()).loadFromString(text));
      return new ApiDocument(
          text, root.at("info").at("description").text(), new ApiReader(root).operations());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
