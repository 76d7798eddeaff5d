package io.tsad.dashboard.web;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** What comes out of a compressed body: a little that is sent must not become much that is read. */
final class Unpacked extends FilterInputStream {
  private final long most;
  private long read;

  Unpacked(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(into, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged();
    }
    read += Math.max(0, count);
    if (read > most) {
      throw new BodyException(
          new Problem(
              413,
              "The body has more than %,d bytes once unpacked".formatted(most),
              "Send it in several requests"));
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  static BodyException damaged() {
    return new BodyException(
        new Problem(
            400,
            "The body is no gzip, or is cut off, though Content-Encoding says gzip",
            "Compress it again, or leave out that header"));
  }
}
