package io.tsad.trainer.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.CRC32C;

/**
 * Writes scalars for TensorBoard: an event file of TFRecords, each a serialised {@code
 * tensorflow.Event} (tensorflow/core/util/event.proto and core/framework/summary.proto). Every
 * record goes to the file at once, so that TensorBoard shows a run while it is going on.
 */
public final class EventWriter implements Closeable {
  /** TensorBoard looks for "tfevents"; the time and host usual in such names are left out. */
  public static final String FILE_NAME = "events.out.tfevents.0.tsad";

  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE_VALUE = 2;

  private final OutputStream out;
  private final InstantSource clock;

  /**
   * Makes {@link #FILE_NAME} in an existing folder, in place of an earlier one.
   *
   * @param clock gives each record's wall time; a fixed one makes the file reproducible
   * @throws IOException if the file cannot be written
   */
  public EventWriter(Path folder, InstantSource clock) throws IOException {
    this.clock = clock;
    this.out = Files.newOutputStream(folder.resolve(FILE_NAME));
    event(0, event -> event.writeString(EVENT_FILE_VERSION, "brain.Event:2"));
  }

  /**
   * Goes on with a file that holds {@code before}, whole records, in place of what is there.
   *
   * @throws IOException if the file cannot be written
   */
  public EventWriter(Path folder, InstantSource clock, byte[] before) throws IOException {
    this.clock = clock;
    this.out = Files.newOutputStream(folder.resolve(FILE_NAME));
    out.write(before);
  }

  /**
   * Adds a point to a chart.
   *
   * @param tag the chart's name, with slashes for groups, such as {@code Loss/train}
   * @param step the place on the chart's horizontal axis, such as the epoch
   * @throws IOException if the file cannot be written
   */
  public void scalar(String tag, long step, float value) throws IOException {
    byte[] point =
        message(
            fields -> {
              fields.writeString(VALUE_TAG, tag);
              fields.writeFloat(VALUE_SIMPLE_VALUE, value);
            });
    byte[] summary = message(fields -> fields.writeByteArray(SUMMARY_VALUE, point));
    event(step, fields -> fields.writeByteArray(EVENT_SUMMARY, summary));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void event(long step, Fields what) throws IOException {
    Instant now = clock.instant();
    byte[] event =
        message(
            fields -> {
              fields.writeDouble(EVENT_WALL_TIME, now.getEpochSecond() + now.getNano() / 1e9);
              fields.writeInt64(EVENT_STEP, step);
              what.writeTo(fields);
            });
    // TFRecord: length, its checksum, data, its checksum (tensorflow/core/lib/io/record_writer.h).
    ByteBuffer record = ByteBuffer.allocate(event.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(event.length).putInt(maskedCrc(record.array(), 8));
    record.put(event).putInt(maskedCrc(event, event.length));
    out.write(record.array());
  }

  private interface Fields {
    void writeTo(CodedOutputStream fields) throws IOException;
  }

  private static byte[] message(Fields content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream fields = CodedOutputStream.newInstance(bytes);
    content.writeTo(fields);
    fields.flush();
    return bytes.toByteArray();
  }

  /** CRC-32C as TensorFlow stores it (tensorflow/core/lib/hash/crc32c.h). */
  private static int maskedCrc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }
}
