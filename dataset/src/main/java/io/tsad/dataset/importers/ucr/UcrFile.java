package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.FileName;
import io.tsad.runtime.FileReason;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.runtime.series.InvalidSeriesException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file of the archive, such as {@code Wafer_TRAIN.tsv.gz}.
 *
 * @param path where it lies
 * @param set the name of its set, such as {@code Wafer}
 * @param split where its series go: {@code train} for TRAIN, {@code val} for TEST
 * @param form {@code tsv} or {@code ts}
 * @param gzipped whether it is compressed
 */
record UcrFile(Path path, String set, String split, String form, boolean gzipped) {
  private static final Pattern NAME =
      Pattern.compile("(?i)(?<set>.+)_(?<split>TRAIN|TEST)\\.(?<form>tsv|ts)(?<gz>\\.gz)?");

  private static final int BUFFER_BYTES = 1 << 16;

  /** What becomes of a row; rows are numbered from 1 in each file. */
  interface RowSink<E extends TsadException> {
    void row(int number, UcrRow row) throws E;
  }

  /** Empty if {@code path} is not named like a file of the archive. */
  static Optional<UcrFile> of(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new UcrFile(
            path,
            name.group("set"),
            name.group("split").equalsIgnoreCase("TRAIN") ? DatasetLayout.TRAIN : DatasetLayout.VAL,
            name.group("form").toLowerCase(Locale.ROOT),
            name.group("gz") != null));
  }

  String name() {
    return path.getFileName().toString();
  }

  /**
   * Passes the rows to {@code sink} in order, one at a time.
   *
   * @throws InvalidSeriesException if the file cannot be read, with the line at fault if there is
   *     one
   */
  <E extends TsadException> void read(RowSink<E> sink) throws InvalidSeriesException, E {
    RowParser parser = form.equals("tsv") ? new TsvParser() : new TsParser();
    long line = 0;
    int number = 0;
    try (BufferedReader reader = open()) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        text = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        Optional<UcrRow> row =
            text.isBlank() ? Optional.empty() : parser.parse(text, new RowPlace(path, line));
        if (row.isPresent()) {
          sink.row(++number, row.get());
        }
      }
    } catch (IOException failure) {
      throw unreadable(failure, line);
    }
    parser.end(path);
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      InputStream plain = gzipped ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
    } catch (IOException notGzip) {
      bytes.close();
      throw notGzip;
    }
  }

  private InvalidSeriesException unreadable(IOException failure, long line) {
    String fault = "cannot be read: " + FileReason.of(failure);
    String remedy = "check the disk";
    if (failure instanceof CharacterCodingException) {
      fault = "is not text in UTF-8";
      remedy = "name a file of the archive";
    } else if (failure instanceof ZipException) {
      fault = "is not a sound gzip file";
      remedy = "fetch it again";
    } else if (failure instanceof EOFException) {
      fault = "is truncated after line " + line;
      remedy = "fetch it again";
    } else if (failure instanceof AccessDeniedException) {
      fault = "may not be read by this user";
      remedy = "change its permissions";
    }
    return new InvalidSeriesException(FileName.of(path), fault, remedy, failure);
  }
}
