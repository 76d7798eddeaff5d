

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends .npy files to POST /api/v1/score over many connections from one thread, each connection its
 * next as soon as it has its answer, or at a rate. Whole requests are made before the clock starts,
 * and of an answer only status and length are read, because every cycle it takes is the server's.
 *
 * <pre>java Load.java PORT FOLDER CONNECTIONS WARM_UP_SECONDS SECONDS [REQUESTS_A_SECOND]</pre>
 *
 * Prints: answers with 200, those with 429, all other answers, seconds, median and 99th percentile in ms.
 */
final class Load {
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

  private final List<ByteBuffer> requests;
  private final long begin;
  private final long end;
  private final double rate;
  private final long start = System.nanoTime();
  private long sent;
  private long answered;
  private long overloaded;
  private long failed;
  private long[] latencies = new long[1 << 20];

  private Load(List<ByteBuffer> requests, long warmUp, long seconds, double rate) {
    this.requests = requests;
    this.begin = start + warmUp * 1_000_000_000L;
    this.end = begin + seconds * 1_000_000_000L;
    this.rate = rate;
  }

  private final class Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer answer = ByteBuffer.allocate(1 << 14);
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long asked;

    Connection(Selector selector, int port) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      key = channel.register(selector, 0, this);
    }

    void ask(long now) throws IOException {
      request = requests.get((int) (sent++ % requests.size())).duplicate();
      answer.clear();
      asked = now;
      write();
    }

    void write() throws IOException {
      channel.write(request);
      key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Whether the answer is whole. */
    boolean read() throws IOException {
      if (channel.read(answer) < 0) {
        throw new IOException("closed by the server");
      }
      byte[] bytes = answer.array();
      int got = answer.position();
      int head = headEnd(bytes, got);
      if (head < 0 || got < head + length(bytes, head)) {
        return false;
      }
      key.interestOps(0);
      return true;
    }

    void count(long now) {
      if (now < begin || now > end) {
        return;
      }
      byte[] bytes = answer.array();
      int status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
      if (status == 200) {
        if (answered == latencies.length) {
          latencies = Arrays.copyOf(latencies, 2 * latencies.length);
        }
        latencies[(int) answered++] = now - asked;
      } else if (status == 429) {
        overloaded++;
      } else {
        failed++;
        System.err.println(new String(bytes, 0, answer.position(), StandardCharsets.UTF_8));
      }
    }
  }

  private static int headEnd(byte[] bytes, int got) {
    for (int i = 3; i < got; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int length(byte[] bytes, int head) {
    for (int i = 0; i < head - LENGTH.length; i++) {
      int match = 0;
      while (match < LENGTH.length && (bytes[i + match] | 0x20) == (LENGTH[match] | 0x20)) {
        match++;
      }
      if (match == LENGTH.length) {
        int length = 0;
        for (int j = i + match; bytes[j] >= '0' && bytes[j] <= '9'; j++) {
          length = 10 * length + bytes[j] - '0';
        }
        return length;
      }
    }
    throw new IllegalStateException("No length in " + new String(bytes, 0, head, StandardCharsets.UTF_8));
  }

  private void run(int port, int connections) throws IOException {
    Selector selector = Selector.open();
    // The one that was idle longest is next: the server closes those that are so for long.
    Deque<Connection> idle = new ArrayDeque<>();
    for (int i = 0; i < connections; i++) {
      idle.add(new Connection(selector, port));
    }
    while (System.nanoTime() < end) {
      long now = System.nanoTime();
      while (!idle.isEmpty() && due(now)) {
        idle.remove().ask(now);
      }
      selector.select(rate > 0 ? 1 : 100);
      now = System.nanoTime();
      Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
      while (keys.hasNext()) {
        SelectionKey key = keys.next();
        keys.remove();
        Connection connection = (Connection) key.attachment();
        if (key.isWritable()) {
          connection.write();
        } else if (key.isReadable() && connection.read()) {
          connection.count(now);
          idle.add(connection);
        }
      }
    }
  }

  private boolean due(long now) {
    return rate <= 0 || sent < (now - start) / 1e9 * rate;
  }

  private static ByteBuffer request(Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    byte[] head =
        ("POST /api/v1/score?name=" + file.getFileName() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/x-npy\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer all = ByteBuffer.allocateDirect(head.length + body.length);
    return all.put(head).put(body).flip().asReadOnlyBuffer();
  }

  public static void main(String[] args) throws IOException {
    List<ByteBuffer> requests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(args[1]))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".npy")).sorted().toList()) {
        requests.add(request(file));
      }
    }
    long seconds = Long.parseLong(args[4]);
    double rate = args.length > 5 ? Double.parseDouble(args[5]) : 0;
    Load load = new Load(requests, Long.parseLong(args[3]), seconds, rate);
    load.run(Integer.parseInt(args[0]), Integer.parseInt(args[2]));
    long[] sorted = Arrays.copyOf(load.latencies, (int) load.answered);
    Arrays.sort(sorted);
    System.out.printf(
        "%d %d %d %d %.2f %.2f%n",
        load.answered,
        load.overloaded,
        load.failed,
        seconds,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6);
  }
}
