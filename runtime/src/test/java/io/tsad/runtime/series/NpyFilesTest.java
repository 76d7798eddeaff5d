package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link NpyReaderTest} says of one file holds for one after the other. */
class NpyFilesTest {
  private static final byte[] DATA = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2);

  @TempDir Path folder;
  private final NpyFiles files = new NpyFiles(3);

  private double[] read(byte[] content) throws Exception {
    return files.read(Files.write(folder.resolve("x.npy"), content));
  }

  private String refusal(byte[] content) {
    String message = assertThrows(InvalidSeriesException.class, () -> read(content)).getMessage();
    return String.valueOf(message).replace(folder + "/", "");
  }

  @Test
  void eachFileIsReadByItsOwnHeaderWhateverCameBefore() throws Exception {
    byte[] doubles = NpyBytes.of("'<f8'", "(2,)", DATA);
    byte[] backwards = NpyBytes.of("'>f8'", "(2,)", NpyBytes.doubles(ByteOrder.BIG_ENDIAN, 3, 4));
    byte[] bytes = NpyBytes.of("'|i1'", "(3,)", new byte[] {5, 6, -7});
    for (int round = 0; round < 2; round++) {
      assertArrayEquals(new double[] {1, 2}, read(doubles));
      assertArrayEquals(new double[] {1, 2}, read(doubles));
      assertArrayEquals(new double[] {5, 6, -7}, read(bytes));
      assertArrayEquals(new double[] {3, 4}, read(backwards));
    }
  }

  @Test
  void aFaultyFileBehindAGoodOneOfTheSameHeaderIsRefusedAsIfItCameFirst() throws Exception {
    byte[] good = NpyBytes.of("'<f8'", "(2,)", DATA);
    read(good);
    assertEquals(
        "x.npy: is truncated: its header promises 16 bytes of data, it has 15; copy or write the"
            + " file again",
        refusal(Arrays.copyOf(good, good.length - 1)));
    assertEquals(
        "x.npy: has trailing bytes: more data than the 16 bytes its header promises; write it"
            + " again, one array a file",
        refusal(Arrays.copyOf(good, good.length + 1)));
    assertEquals("x.npy: is empty; write the file again", refusal(new byte[0]));
    assertEquals(
        "x.npy: is truncated: it ends within its header; copy or write the file again",
        refusal(Arrays.copyOf(good, 20)));
    byte[] nan = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, Double.NaN);
    assertEquals(
        "x.npy: has NaN at index 1; impute or remove missing values first",
        refusal(NpyBytes.of("'<f8'", "(2,)", nan)));
    assertArrayEquals(new double[] {1, 2}, read(good));
  }

  @Test
  void aSeriesLongerThanWantedIsRefusedEachTime() {
    byte[] four = NpyBytes.of("'|i1'", "(4,)", new byte[4]);
    for (int round = 0; round < 2; round++) {
      assertEquals("x.npy: has 4 samples; at most 3 are read here", refusal(four));
    }
  }
}
