package io.tsad.dashboard.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Ends a body that is longer than allowed with 413, and one that takes longer with 408. */
final class BodyLimits extends Handler.Wrapper {
  private final long bytes;
  private final Duration time;
  private final InstantSource clock;

  BodyLimits(long bytes, Duration time, InstantSource clock) {
    this.bytes = bytes;
    this.time = time;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(new Limited(request), response, callback);
  }

  private final class Limited extends Request.Wrapper {
    private final Instant deadline = clock.instant().plus(time);
    private long read;

    Limited(Request request) {
      super(request);
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return chunk;
      }
      ByteBuffer content = chunk.getByteBuffer();
      read += content == null ? 0 : content.remaining();
      if (Math.max(read, getLength()) > bytes) {
        return failure(chunk, 413, "The request has more than %,d bytes".formatted(bytes));
      }
      if (clock.instant().isAfter(deadline)) {
        return failure(
            chunk, 408, "The request took more than %d seconds".formatted(time.toSeconds()));
      }
      return chunk;
    }

    private Content.Chunk failure(Content.Chunk chunk, int status, String reason) {
      chunk.release();
      return Content.Chunk.from(new HttpException.RuntimeException(status, reason), true);
    }
  }
}
