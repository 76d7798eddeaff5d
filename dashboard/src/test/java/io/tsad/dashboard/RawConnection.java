package io.tsad.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which one may send what no client would. */
public final class RawConnection implements AutoCloseable {
  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  /** Connects to the server of {@code address}. */
  public static RawConnection to(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(20_000);
    return new RawConnection(socket);
  }

  /** Sends {@code text} as it is. */
  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends the head of a request, to this host if no line says another. */
  public void sendHead(String... lines) throws IOException {
    send(String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n");
  }

  /** Sends these bytes. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends {@code text} again and again until there is an answer, and reads that. */
  public String trickle(String text, int millis) throws IOException, InterruptedException {
    while (socket.getInputStream().available() == 0) {
      send(text);
      Thread.sleep(millis);
    }
    return read();
  }

  /** Sends no more, and reads all that still comes. */
  public String finish() throws IOException {
    socket.shutdownOutput();
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The answer up to the end of its head and what came with it. */
  public String read() throws IOException {
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] some = new byte[8192];
    while (answer.indexOf("\r\n\r\n") < 0) {
      int got = in.read(some);
      if (got < 0) {
        break;
      }
      answer.append(new String(some, 0, got, StandardCharsets.ISO_8859_1));
    }
    return answer.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
