package io.tsad.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file is called. To the system a name is bytes; where they are no text in the encoding that
 * Java has of the locale, its string shows other letters in their place, the same ones for many
 * files.
 */
public final class FileName {
  /** What Java shows of a byte that it cannot read. */
  private static final char LOST = '\ufffd';

  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-F]{2})");

  private FileName() {}

  /** {@code path} as it was written, with bytes that are no UTF-8 as {@code \xf6}. */
  public static String of(Path path) {
    String text = path.toString();
    return isLost(text) ? bytes(path) : text;
  }

  /** Whether letters of {@code text}, a path's, stand for others that Java could not read. */
  public static boolean isLost(String text) {
    return text.indexOf(LOST) >= 0;
  }

  /** The whole path's bytes are in its URI alone, of which as much is taken as was written. */
  private static String bytes(Path path) {
    String[] parts = path.toUri().getRawPath().split("/", -1);
    int last = parts.length - (parts[parts.length - 1].isEmpty() ? 1 : 0);
    StringBuilder name = new StringBuilder(path.isAbsolute() ? "/" : "");
    for (int i = last - path.getNameCount(); i < last; i++) {
      name.append(decoded(parts[i])).append(i < last - 1 ? "/" : "");
    }
    return name.toString();
  }

  private static String decoded(String part) {
    String raw =
        ESCAPED
            .matcher(part)
            .replaceAll(
                hex ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) HexFormat.fromHexDigits(hex.group(1)))));
    ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(ISO_8859_1));
    CharBuffer text = CharBuffer.allocate(4 * bytes.remaining());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    while (true) {
      CoderResult result = decoder.decode(bytes, text, true);
      if (!result.isError()) {
        return text.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        text.put("\\x%02x".formatted(bytes.get() & 0xff));
      }
    }
  }
}
