package io.tsad.trainer.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventWriterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000, 250_000_000));

  @TempDir Path folder;

  @Test
  void scalarsReadBackWithTagStepValueAndTime() throws IOException {
    try (EventWriter events = new EventWriter(folder, CLOCK)) {
      events.scalar("Loss/train", 1, 0.75f);
      events.scalar("Accuracy/validation", 300, 0f);
      events.scalar("Genauigkeit/prüf", 1L << 40, -1e-20f);
    }
    String time = "1.70000000025E9";
    assertEquals(
        List.of(
            time + " 0 brain.Event:2",
            time + " 1 Loss/train=0.75",
            time + " 300 Accuracy/validation=0.0",
            time + " 1099511627776 Genauigkeit/prüf=-1.0E-20"),
        EventFile.read(Files.readAllBytes(folder.resolve(EventWriter.FILE_NAME))));
  }

  @Test
  void aRecordIsReadableBeforeTheFileIsClosed() throws IOException {
    try (EventWriter events = new EventWriter(folder, CLOCK)) {
      events.scalar("Loss/train", 1, 0.75f);
      Path file = folder.resolve(EventWriter.FILE_NAME);
      assertEquals(2, EventFile.read(Files.readAllBytes(file)).size());
    }
  }

  @Test
  void anotherRunTakesThePlaceOfTheFirst() throws IOException {
    byte[] first = write(0.5f);
    assertArrayEquals(first, write(0.5f));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("events.out.tfevents.0.tsad")), files.toList());
    }
  }

  private byte[] write(float value) throws IOException {
    try (EventWriter events = new EventWriter(folder, CLOCK)) {
      events.scalar("Loss/train", 1, value);
    }
    return Files.readAllBytes(folder.resolve(EventWriter.FILE_NAME));
  }

  /** Reads event files by hand: neither protobuf's parser nor java.util.zip's checksum. */
  private static final class EventFile {
    static List<String> read(byte[] file) {
      ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      List<String> events = new ArrayList<>();
      while (in.hasRemaining()) {
        byte[] length = take(in, 8);
        assertEquals(maskedCrc(length), in.getInt());
        byte[] event = take(in, (int) ByteBuffer.wrap(length).order(in.order()).getLong());
        assertEquals(maskedCrc(event), in.getInt());
        events.add(event(event));
      }
      return events;
    }

    private static String event(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals(1 << 3 | 1, in.get());
      double time = in.getDouble();
      assertEquals(2 << 3, in.get());
      long step = varint(in);
      int key = in.get();
      byte[] rest = take(in, (int) varint(in));
      assertEquals(0, in.remaining());
      String what = key == (3 << 3 | 2) ? utf8(rest) : summary(key, rest);
      return time + " " + step + " " + what;
    }

    private static String summary(int key, byte[] bytes) {
      assertEquals(5 << 3 | 2, key);
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals(1 << 3 | 2, in.get());
      assertEquals(varint(in), in.remaining());
      assertEquals(1 << 3 | 2, in.get());
      String tag = utf8(take(in, (int) varint(in)));
      assertEquals(2 << 3 | 5, in.get());
      float value = in.getFloat();
      assertEquals(0, in.remaining());
      return tag + "=" + value;
    }

    private static byte[] take(ByteBuffer in, int count) {
      byte[] bytes = new byte[count];
      in.get(bytes);
      return bytes;
    }

    private static String utf8(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long varint(ByteBuffer in) {
      long value = 0;
      int shift = 0;
      byte next;
      do {
        next = in.get();
        value |= (next & 0x7fL) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }

    /** CRC-32C bit by bit (polynomial 0x1EDC6F41, reflected), masked as TensorFlow does. */
    private static int maskedCrc(byte[] bytes) {
      int crc = -1;
      for (byte b : bytes) {
        crc ^= b & 0xff;
        for (int i = 0; i < 8; i++) {
          crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
        }
      }
      crc = ~crc;
      return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }
  }
}
