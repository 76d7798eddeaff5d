package io.tsad.runtime.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The end of a cached copy: what it is a copy of, for what it was made, and the checksum that shows
 * damage. ONNX Runtime writes the copy from the file's first byte on, so tsad's part comes last:
 * the fields, their length, their checksum, and eight bytes that say what this is.
 *
 * @param source the model's real path when it was copied
 * @param sha256 of the model, in hexadecimal
 * @param stamp of the model when it was copied
 * @param runtime version of ONNX Runtime
 * @param cpu as {@link Processor} tells
 * @param note what whoever made the copy wants to know of it
 * @param payload size of the copy in bytes
 * @param checksum CRC-32C of the copy
 */
record CacheFooter(
    String source,
    String sha256,
    FileStamp stamp,
    String runtime,
    String cpu,
    byte[] note,
    long payload,
    int checksum) {
  private static final long MAGIC = 0x74736164_6f727431L; // "tsadort1"
  private static final int TAIL = Integer.BYTES + Integer.BYTES + Long.BYTES;
  private static final int MAX_FIELDS = 1 << 20;

  /** Appends this footer. */
  void append(FileChannel file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(source);
    out.writeUTF(sha256);
    out.writeLong(stamp.size());
    out.writeLong(stamp.modified());
    out.writeLong(stamp.changed());
    out.writeLong(stamp.inode());
    out.writeUTF(runtime);
    out.writeUTF(cpu);
    out.writeInt(note.length);
    out.write(note);
    out.writeLong(payload);
    out.writeInt(checksum);
    int length = bytes.size();
    out.writeInt(length);
    out.writeInt(checksum(bytes.toByteArray(), length));
    out.writeLong(MAGIC);
    ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
    for (long at = file.size(); all.hasRemaining(); ) {
      at += file.write(all, at);
    }
  }

  /** Reads the footer of {@code file}, or null if it has none that is whole. */
  static @Nullable CacheFooter read(FileChannel file) throws IOException {
    long size = file.size();
    if (size < TAIL) {
      return null;
    }
    ByteBuffer tail = read(file, size - TAIL, TAIL);
    int length = tail.getInt();
    int checksum = tail.getInt();
    if (tail.getLong() != MAGIC || length < 0 || length > Math.min(MAX_FIELDS, size - TAIL)) {
      return null;
    }
    byte[] fields = read(file, size - TAIL - length, length).array();
    if (checksum(fields, length) != checksum) {
      return null;
    }
    CacheFooter footer = parse(new DataInputStream(new ByteArrayInputStream(fields)));
    return footer.payload == size - TAIL - length ? footer : null;
  }

  private static CacheFooter parse(DataInputStream in) throws IOException {
    return new CacheFooter(
        in.readUTF(),
        in.readUTF(),
        new FileStamp(in.readLong(), in.readLong(), in.readLong(), in.readLong()),
        in.readUTF(),
        in.readUTF(),
        in.readNBytes(in.readInt()),
        in.readLong(),
        in.readInt());
  }

  private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("The file became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
