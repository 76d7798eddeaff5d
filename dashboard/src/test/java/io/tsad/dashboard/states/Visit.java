package io.tsad.dashboard.states;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What came of opening an address.
 *
 * @param address where it ended, after redirects
 * @param way how one came there: the address before, or an action
 * @param language the reader's
 * @param page the document, if it is one
 * @param pieces what is to be read on it
 */
public record Visit(
    URI address,
    String way,
    Locale language,
    int status,
    String type,
    String body,
    Optional<Document> page,
    List<Piece> pieces) {
  private static final Pattern NUMBER = Pattern.compile("(?<=/)\\d+(?=/|$)");

  /**
   * Of an answer.
   *
   * @param names what people called series, models and each other: of no language
   */
  static Visit of(HttpResponse<String> response, String way, Locale language, Set<String> names) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    Visit bare =
        new Visit(
            response.uri(),
            way,
            language,
            response.statusCode(),
            type,
            response.body(),
            Optional.empty(),
            List.of());
    return type.startsWith("text/html") ? bare.showing(response.body(), way, names) : bare;
  }

  /** The same place as a browser shows it once its scripts have run. */
  Visit showing(String html, String how, Set<String> names) {
    Document page = Jsoup.parse(html, address.toString());
    List<Piece> pieces = Piece.of(page, names);
    return new Visit(address, how, language, status, type, html, Optional.of(page), pieces);
  }

  /** The same, come to by another way. */
  Visit comingBy(String other) {
    return new Visit(address, other, language, status, type, body, page, pieces);
  }

  /** The same for a reader of another language. */
  Visit in(Locale other) {
    return new Visit(address, way, other, status, type, body, page, pieces);
  }

  /** Path and query. */
  public String path() {
    return path(address);
  }

  static String path(URI address) {
    String query = address.getRawQuery();
    return address.getRawPath() + (query == null ? "" : "?" + query);
  }

  /** What addresses of one kind have in common: the path without numbers, names of parameters. */
  static String kind(URI address) {
    String path = NUMBER.matcher(address.getRawPath()).replaceAll("#");
    String query = address.getRawQuery();
    if (query == null) {
      return path;
    }
    List<String> parameters =
        Stream.of(query.split("&", -1))
            .filter(one -> !one.endsWith("="))
            .map(one -> one.replaceFirst("=.*", ""))
            .distinct()
            .sorted()
            .collect(Collectors.toList());
    return path + "?" + String.join("&", parameters);
  }
}
