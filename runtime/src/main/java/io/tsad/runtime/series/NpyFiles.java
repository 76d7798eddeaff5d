package io.tsad.runtime.series;

import io.tsad.runtime.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .npy} files one after the other, as {@link NpyReader} does, with less to do for
 * each: a small file is read at once, into memory that is kept for the next, and its header is not
 * parsed where it is the last file's to the byte, as it is in most folders. For one thread at a
 * time.
 */
final class NpyFiles {
  private static final int READ_AT_ONCE = 1 << 20;

  private final int mostSamples;
  private ByteBuffer content = ByteBuffer.allocate(0);

  /** What came before the samples of a file, and what it means. */
  private record Head(byte[] bytes, NpyHeader meaning) {}

  private @Nullable Head last;

  /**
   * @param mostSamples the longest series read
   */
  NpyFiles(int mostSamples) {
    this.mostSamples = mostSamples;
  }

  /**
   * Reads the series in {@code file}.
   *
   * @return the samples in order, at least one, all finite
   * @throws InvalidSeriesException if the file cannot be read or is not such a series
   */
  double[] read(Path file) throws InvalidSeriesException {
    String name = FileName.of(file);
    try (FileChannel in = FileChannel.open(file)) {
      long size = in.size(); // zero for what is no regular file
      if (size == 0 || size > READ_AT_ONCE) {
        return NpyReader.read(Channels.newInputStream(in), name, mostSamples);
      }
      fill(in, (int) size);
      return values(name);
    } catch (IOException e) {
      throw FileFault.of(file, e);
    }
  }

  private void fill(FileChannel in, int size) throws IOException {
    if (content.capacity() < size) {
      content = ByteBuffer.allocate(size);
    }
    content.clear().limit(size);
    while (content.hasRemaining() && in.read(content) >= 0) {}
    content.flip();
  }

  private double[] values(String name) throws IOException, InvalidSeriesException {
    Head head = head(name);
    NpyHeader header = head.meaning();
    int start = head.bytes().length;
    if (header.samples() > mostSamples || content.limit() - start != header.dataBytes()) {
      return NpyReader.read(stream(), name, mostSamples); // which says what is wrong
    }
    double[] values = new double[header.samples()];
    long offset = header.type().offset(content.position(start), values.length);
    header.type().decode(content, values, 0, values.length, offset);
    FiniteValues.require(name, values);
    return values;
  }

  private Head head(String name) throws IOException, InvalidSeriesException {
    Head head = last;
    if (head == null || !startsWith(head.bytes())) {
      ByteArrayInputStream in = stream();
      NpyHeader header = NpyHeader.read(in, name);
      int length = content.limit() - in.available();
      head = new Head(Arrays.copyOf(content.array(), length), header);
      last = head;
    }
    return head;
  }

  private boolean startsWith(byte[] bytes) {
    return content.limit() >= bytes.length
        && Arrays.equals(content.array(), 0, bytes.length, bytes, 0, bytes.length);
  }

  private ByteArrayInputStream stream() {
    return new ByteArrayInputStream(content.array(), 0, content.limit());
  }
}
