package io.tsad.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in any charset as bytes in UTF-8. */
final class Utf8Stream extends InputStream {
  private final Reader text;
  private final Charset charset;
  private final char[] chars = new char[4096];

  /** The first half of a character whose second half is still to be read; or 0. */
  private char half;

  private byte[] bytes = {};
  private int next;

  /**
   * @param charset of {@code text}, for messages
   */
  Utf8Stream(Reader text, Charset charset) {
    this.text = text;
    this.charset = charset;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, into, offset, count);
    next += count;
    return count;
  }

  /** Whether there are bytes, of what was read or of more. */
  private boolean fill() throws IOException {
    while (next == bytes.length) {
      int from = 0;
      if (half != 0) {
        chars[from++] = half;
        half = 0;
      }
      int count = from + Math.max(0, more(from));
      if (count == 0) {
        return false;
      }
      if (count > 1 && Character.isHighSurrogate(chars[count - 1])) {
        half = chars[--count];
      }
      bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    return true;
  }

  private int more(int from) throws IOException {
    try {
      return text.read(chars, from, chars.length - from);
    } catch (CharacterCodingException e) {
      throw new BodyException(
          new Problem(
              400,
              "The body is no text in " + charset + ", though its Content-Type says so",
              "Name the charset it is in, or send it in UTF-8"));
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
