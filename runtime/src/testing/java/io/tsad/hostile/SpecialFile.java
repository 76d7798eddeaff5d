package io.tsad.hostile;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What may stand where a regular file should. */
public enum SpecialFile implements Content {
  /** A pipe with a name; whoever opens it to read waits for a writer. */
  FIFO {
    @Override
    public void create(Path file) throws IOException, InterruptedException {
      Process mkfifo = new ProcessBuilder("mkfifo", file.toString()).inheritIO().start();
      if (mkfifo.waitFor() != 0) {
        throw new IOException("mkfifo failed");
      }
    }
  },

  /** A socket of a process that is gone. */
  SOCKET {
    @Override
    public void create(Path file) throws IOException {
      // The path of a socket has some hundred bytes at most: made nearby, then moved.
      Path nearby = Files.createTempDirectory("s").resolve("s");
      try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        socket.bind(UnixDomainSocketAddress.of(nearby));
      }
      Files.move(nearby, file);
      Files.delete(nearby.getParent());
    }
  },

  /** A link to a device whose bytes never end. */
  LINK_TO_DEVICE {
    @Override
    public void create(Path file) throws IOException {
      Files.createSymbolicLink(file, Path.of("/dev/zero"));
    }
  },

  /** A link to a {@link #FIFO}. */
  LINK_TO_FIFO {
    @Override
    public void create(Path file) throws IOException, InterruptedException {
      FIFO.create(file.resolveSibling(".pipe"));
      Files.createSymbolicLink(file, Path.of(".pipe"));
    }
  },

  /** A link to what is not there. */
  DANGLING_LINK {
    @Override
    public void create(Path file) throws IOException {
      Files.createSymbolicLink(file, Path.of("nowhere"));
    }
  },

  /** A link to itself. */
  LINK_TO_ITSELF {
    @Override
    public void create(Path file) throws IOException {
      Files.createSymbolicLink(file, file.getFileName());
    }
  }
}
