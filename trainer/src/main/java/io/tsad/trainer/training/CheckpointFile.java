package io.tsad.trainer.training;

import io.tsad.trainer.backpropagation.Checkpoints;
import io.tsad.trainer.backpropagation.StateInput;
import io.tsad.trainer.backpropagation.StateOutput;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The state of an unfinished training in one file, which is replaced as a whole: at any moment it
 * holds one state or the next, never a part. First what it is a state of, then the state, then a
 * checksum.
 */
record CheckpointFile(Path file) {
  private static final String FORMAT = "tsad checkpoint 1";
  private static final int CHECKSUM = Long.BYTES;

  boolean exists() {
    return Files.exists(file);
  }

  /** Replaces it. */
  void write(Map<String, String> identity, Checkpoints.State state) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
            FileChannel.open(
                beside,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream raw = Channels.newOutputStream(channel)) {
      CheckedOutputStream checked = new CheckedOutputStream(raw, new CRC32C());
      BufferedOutputStream buffered = new BufferedOutputStream(checked, 1 << 16);
      StateOutput out = new StateOutput(buffered);
      out.text(FORMAT);
      out.count(identity.size());
      for (Map.Entry<String, String> field : identity.entrySet()) {
        out.text(field.getKey());
        out.text(field.getValue());
      }
      state.save(out);
      buffered.flush();
      new DataOutputStream(raw).writeLong(checked.getChecksum().getValue());
      channel.force(true);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * Reads it up to the state; close it.
   *
   * @throws CheckpointException if it is damaged or of another training
   */
  Opened open(Map<String, String> identity) throws IOException, CheckpointException {
    verify();
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      StateInput in = new StateInput(raw);
      if (!in.text().equals(FORMAT)) {
        throw CheckpointException.damaged(file);
      }
      Map<String, String> saved = new LinkedHashMap<>();
      for (int left = in.count(); left > 0; left--) {
        saved.put(in.text(), in.text());
      }
      if (!saved.equals(identity)) {
        throw CheckpointException.ofAnother(file, saved, identity);
      }
      return new Opened(raw, in);
    } catch (IOException | CheckpointException | RuntimeException fault) {
      raw.close();
      throw fault;
    }
  }

  /** A checkpoint being read. */
  record Opened(InputStream raw, StateInput state) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      raw.close();
    }
  }

  private void verify() throws IOException, CheckpointException {
    CRC32C sum = new CRC32C();
    long left = Files.size(file) - CHECKSUM;
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        int read = in.read(piece, 0, (int) Math.min(piece.length, left));
        if (read < 0) {
          throw new EOFException("it is being changed");
        }
        sum.update(piece, 0, read);
        left -= read;
      }
      if (left < 0 || new StateInput(in).total() != sum.getValue()) {
        throw CheckpointException.damaged(file);
      }
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.toAbsolutePath().getParent());
  }
}
