package io.tsad.trainer.backpropagation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the state of a fit, to the bit; {@link StateInput} reads it in the same order. */
public final class StateOutput {
  private final DataOutputStream out;

  public StateOutput(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  public void count(int value) throws IOException {
    out.writeInt(value);
  }

  public void total(long value) throws IOException {
    out.writeLong(value);
  }

  public void number(double value) throws IOException {
    out.writeDouble(value);
  }

  public void text(String value) throws IOException {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public void bytes(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  public void floats(List<float[]> arrays) throws IOException {
    out.writeInt(arrays.size());
    for (float[] array : arrays) {
      floats(array);
    }
  }

  void floats(float[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer piece = ByteBuffer.allocate(StateInput.PIECE * Float.BYTES);
    for (int from = 0; from < values.length; from += StateInput.PIECE) {
      int count = Math.min(StateInput.PIECE, values.length - from);
      piece.asFloatBuffer().put(values, from, count);
      out.write(piece.array(), 0, count * Float.BYTES);
    }
  }
}
