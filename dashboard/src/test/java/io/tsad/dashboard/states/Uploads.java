package io.tsad.dashboard.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tsad.dashboard.SeriesBytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Files as people have them: some can be scored, of others it shall say why not. */
final class Uploads {
  /** What they are called, and the series in them. */
  static final List<String> NAMES =
      List.of("pump", "plant", "inside", "cut off.npy", "a b&c <b> mö.npy", "photo.jpg");

  private Uploads() {}

  /** A file of each kind there is, each with a series that can be scored. */
  static List<Person.Attachment> good() throws IOException {
    byte[] npy = SeriesBytes.npy(Scene.around(1));
    String lines = "1\n2\n3\n4\n5\n6\n7\n8\n";
    byte[] archive = SeriesBytes.zip(Map.of("inside.npy", npy));
    return List.of(
        new Person.Attachment("pump.npy", npy),
        new Person.Attachment("pump.npz", archive),
        new Person.Attachment("pump.zip", archive),
        new Person.Attachment("pump.csv", lines.getBytes(UTF_8)),
        new Person.Attachment("pump.tsv", lines.getBytes(UTF_8)),
        new Person.Attachment("pump.txt", lines.getBytes(UTF_8)));
  }

  /** Files with a fault, and series with something to say of them. */
  static List<Person.Attachment> odd() throws IOException {
    String dated = "date,value\n" + "2026-01-01,1\n2026-01-02,2\n".repeat(4);
    return List.of(
        new Person.Attachment("flat.npy", SeriesBytes.flat(1)),
        new Person.Attachment("long.npy", SeriesBytes.npy(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        new Person.Attachment("short.npy", SeriesBytes.npy(1, 2)),
        new Person.Attachment("gap.csv", "1\nnan\n3\n4\n5\n6\n7\n8\n".getBytes(UTF_8)),
        new Person.Attachment("dated.csv", dated.getBytes(UTF_8)),
        new Person.Attachment("three.csv", "a,b,c\n1,2,3\n4,5,6\n".getBytes(UTF_8)),
        new Person.Attachment("words.txt", "This is no series.\n".getBytes(UTF_8)),
        new Person.Attachment("empty.csv", new byte[0]),
        new Person.Attachment("cut off.npy", SeriesBytes.header(8)),
        new Person.Attachment("photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2}),
        new Person.Attachment("a b&c <b> mö.npy", SeriesBytes.npy(Scene.around(2))));
  }
}
