package io.tsad.runtime.detect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Native memory for inputs, kept for the next pass: the JVM frees it only when it collects garbage,
 * which may be never. There are as many buffers as there were passes at the same time.
 */
final class InputBuffers {
  private final Queue<DoubleBuffer> free = new ConcurrentLinkedQueue<>();

  /** An empty buffer for at least {@code samples}. */
  DoubleBuffer take(int samples) {
    @Nullable DoubleBuffer buffer = free.poll();
    if (buffer == null || buffer.capacity() < samples) {
      return ByteBuffer.allocateDirect(Math.multiplyExact(Double.BYTES, samples))
          .order(ByteOrder.nativeOrder())
          .asDoubleBuffer();
    }
    return buffer.clear();
  }

  void giveBack(DoubleBuffer buffer) {
    free.add(buffer);
  }
}
