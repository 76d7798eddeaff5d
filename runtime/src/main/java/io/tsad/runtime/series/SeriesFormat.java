package io.tsad.runtime.series;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How series are stored. */
enum SeriesFormat {
  /** One NumPy array. */
  NPY(".npy"),
  /** A zip archive of NumPy arrays. */
  NPZ(".npz"),
  /** Delimited text; what delimits it is found out. */
  CSV(".csv"),
  /** Text delimited by tabs. */
  TSV(".tsv");

  /** The longest first bytes that tell a format. */
  static final int MAGIC_BYTES = 4;

  private final String extension;

  SeriesFormat(String extension) {
    this.extension = extension;
  }

  /** The format that a file's name claims; null if it claims none of them. */
  static @Nullable SeriesFormat ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (SeriesFormat format : values()) {
      if (lower.endsWith(format.extension)) {
        return format;
      }
    }
    return null;
  }

  /** The format that first bytes tell; whatever is not binary must be text. */
  static SeriesFormat ofStart(byte[] start) {
    if (startsWith(start, 0x93, 'N', 'U', 'M')) {
      return NPY;
    }
    // A local file, or the end of an archive without any.
    if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
      return NPZ;
    }
    return CSV;
  }

  private static boolean startsWith(byte[] start, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= start.length || (start[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
