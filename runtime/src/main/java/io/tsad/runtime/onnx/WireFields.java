package io.tsad.runtime.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one protobuf message, one after the other. What a field holds is skipped unread
 * unless asked for, so that a large model costs no more than a small one.
 *
 * <p>Where the bytes are no protobuf, {@link #next} throws {@link IllegalArgumentException} or
 * {@link java.nio.BufferUnderflowException}.
 */
final class WireFields {
  /** Protobuf itself refuses deeper ones. */
  private static final int DEEPEST = 100;

  private final ByteBuffer message;
  private final int depth;
  private int start;
  private int number;
  private long value;
  private @Nullable ByteBuffer content;

  /**
   * @param message from its position to its limit; the position moves
   */
  WireFields(ByteBuffer message) {
    this(message, 0);
  }

  /**
   * The bytes of a file, mapped.
   *
   * @throws IllegalArgumentException if it is larger than any protobuf
   */
  static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("Too large");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private WireFields(ByteBuffer message, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("Too deep");
    }
    this.message = message;
    this.depth = depth;
  }

  /** Moves to the next field; false where there is none. */
  boolean next() {
    if (!message.hasRemaining()) {
      return false;
    }
    start = message.position();
    value = 0;
    content = null;
    long tag = varint();
    number = (int) (tag >>> 3);
    switch ((int) (tag & 7)) {
      case 0 -> value = varint();
      case 1 -> skip(Long.BYTES);
      case 2 -> {
        long length = varint();
        if (length < 0 || length > message.remaining()) {
          throw new IllegalArgumentException("Longer than its message");
        }
        content = message.duplicate().limit(message.position() + (int) length);
        skip((int) length);
      }
      case 5 -> skip(Integer.BYTES);
      default -> throw new IllegalArgumentException("Not protobuf");
    }
    return true;
  }

  int number() {
    return number;
  }

  /** Where the field begins, in the buffer that holds the outermost message. */
  int start() {
    return start;
  }

  /** Of a number; 0 for other fields. */
  long value() {
    return value;
  }

  /** The fields of the message that this field holds; none where it holds a number. */
  WireFields inside() {
    return new WireFields(
        content == null ? ByteBuffer.allocate(0) : content.duplicate(), depth + 1);
  }

  /** What the field holds as text; empty where it holds a number. */
  String text() {
    return content == null ? "" : StandardCharsets.UTF_8.decode(content.duplicate()).toString();
  }

  private void skip(int bytes) {
    message.position(message.position() + bytes);
  }

  private long varint() {
    long result = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = message.get();
      result |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return result;
      }
    }
    throw new IllegalArgumentException("An endless number");
  }
}
