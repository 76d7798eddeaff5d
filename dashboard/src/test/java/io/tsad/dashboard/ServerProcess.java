package io.tsad.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code tsad-dashboard} as a process of its own, which can be killed. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Serves {@code home/models} on a free port, and keeps its data in {@code home/data}. */
  public static ServerProcess start(Path home) throws IOException {
    Path err = home.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tsad.dashboard.command.TsadDashboard",
                "--port=0",
                "--device=cpu",
                "--models=" + home.resolve("models"),
                "--data=" + home.resolve("data"))
            .redirectError(err.toFile())
            .start();
    BufferedReader out = process.inputReader(UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new IllegalStateException("It did not start: " + Files.readString(err));
    }
    return new ServerProcess(process, URI.create(line));
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** Ends it as {@code kill -9} does: at once, wherever it is. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as {@code kill} does, and waits; its exit status. */
  public int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
