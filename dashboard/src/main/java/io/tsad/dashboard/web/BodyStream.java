package io.tsad.dashboard.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The body of a request as its readers take it: unpacked as {@code Content-Encoding} says, and text
 * in UTF-8, whatever the charset of {@code Content-Type}.
 *
 * @param most bytes of the unpacked body
 */
public record BodyStream(long most) {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  private static final List<Charset> ALREADY =
      List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

  /** The body of {@code ctx}. */
  public InputStream of(Context ctx) throws IOException, ProblemException {
    InputStream body = isPacked(ctx) ? unpacked(ctx.bodyInputStream()) : ctx.bodyInputStream();
    Charset charset = charset(ctx);
    return ALREADY.contains(charset) ? body : new Utf8Stream(reader(body, charset), charset);
  }

  /** Refuses a form that is packed: what reads forms does not unpack. */
  public static void refusePacked(Context ctx) throws ProblemException {
    if (isPacked(ctx)) {
      throw unknown(ctx, "A form cannot be compressed as a whole", "Compress no form");
    }
  }

  private static boolean isPacked(Context ctx) throws ProblemException {
    String header = ctx.header("Content-Encoding");
    List<String> encodings =
        Arrays.stream((header == null ? "" : header).split(",", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals("identity"))
            .toList();
    if (encodings.isEmpty()) {
      return false;
    } else if (encodings.equals(List.of("gzip")) || encodings.equals(List.of("x-gzip"))) {
      return true;
    }
    throw unknown(
        ctx,
        "The Content-Encoding " + header + " is none that is unpacked here",
        "Compress with gzip, or not at all");
  }

  /** As RFC 9110 has it, what would be unpacked is told with it. */
  private static ProblemException unknown(Context ctx, String detail, String remedy) {
    ctx.header("Accept-Encoding", "gzip");
    return new Problem(415, detail, remedy).exception();
  }

  private InputStream unpacked(InputStream packed) {
    try {
      return new Unpacked(new GZIPInputStream(packed), most);
    } catch (IOException e) {
      throw Unpacked.damaged();
    }
  }

  private static Charset charset(Context ctx) throws ProblemException {
    String type = Objects.requireNonNullElse(ctx.header("Content-Type"), "");
    boolean text =
        type.regionMatches(true, 0, "text/", 0, 5)
            || type.regionMatches(true, 0, "application/json", 0, 16);
    Matcher named = CHARSET.matcher(type);
    if (!text || !named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Problem(
              415,
              "The charset " + named.group(1) + " is none that is known here",
              "Send the text in UTF-8")
          .exception();
    }
  }

  private static InputStreamReader reader(InputStream body, Charset charset) {
    return new InputStreamReader(
        body,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
