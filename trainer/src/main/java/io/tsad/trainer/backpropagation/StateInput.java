package io.tsad.trainer.backpropagation;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link StateOutput} wrote, in the order in which it was written. */
public final class StateInput {
  /** Numbers converted at a time. */
  static final int PIECE = 1 << 14;

  private final DataInputStream in;

  public StateInput(InputStream in) {
    this.in = new DataInputStream(in);
  }

  public int count() throws IOException {
    return in.readInt();
  }

  public long total() throws IOException {
    return in.readLong();
  }

  public double number() throws IOException {
    return in.readDouble();
  }

  public String text() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public byte[] bytes() throws IOException {
    byte[] value = new byte[in.readInt()];
    in.readFully(value);
    return value;
  }

  public List<float[]> floatArrays() throws IOException {
    List<float[]> arrays = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      arrays.add(floats());
    }
    return arrays;
  }

  float[] floats() throws IOException {
    float[] values = new float[in.readInt()];
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES);
    for (int from = 0; from < values.length; from += PIECE) {
      int count = Math.min(PIECE, values.length - from);
      in.readFully(piece.array(), 0, count * Float.BYTES);
      piece.asFloatBuffer().get(values, from, count);
    }
    return values;
  }
}
