package io.tsad.dashboard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form, byte by byte, so that it may be wrong. */
public final class Form {
  private static final String BOUNDARY = "----tsad";

  /** The content type of a request that carries one. */
  public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Adds a file; {@code name} goes into the header as it is. */
  public Form file(String name, byte[] content) {
    text(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(BOUNDARY, name));
    body.writeBytes(content);
    text("\r\n");
    return this;
  }

  /** Adds a field. */
  public Form field(String name, String value) {
    text(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, name, value));
    return this;
  }

  /** The whole of it. */
  public byte[] bytes() {
    text("--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private void text(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
