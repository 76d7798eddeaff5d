package io.tsad.dataset.generate;

import io.tsad.runtime.series.NpyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A dataset on disk, as a test looks at it. */
record GeneratedFolder(Path root) {
  static GeneratedFolder make(GeneratorConfig config, Path root) throws Exception {
    DatasetGenerator.generate(config, root, false, written -> {});
    return new GeneratedFolder(root);
  }

  /** A few short series of each kind. */
  static GeneratorConfig small(Profile profile, long seed) {
    return new GeneratorConfig(40, 20, 200, seed, 0.5, profile, SampleType.FLOAT64);
  }

  /** Every file below the root, by its path there. */
  Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  files.put(
                      root.relativize(file).toString().replace('\\', '/'),
                      Files.readAllBytes(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }

  /** SHA-256 over all paths and contents. */
  String hash() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    files()
        .forEach(
            (path, bytes) -> {
              digest.update(path.getBytes(StandardCharsets.UTF_8));
              digest.update(bytes);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The series of that half and class, by their path below the root. */
  List<String> series(String half, String name) throws IOException {
    try (Stream<Path> list = Files.list(root.resolve(half).resolve(name))) {
      return list.map(file -> half + "/" + name + "/" + file.getFileName()).sorted().toList();
    }
  }

  double[] samples(String path) throws Exception {
    return NpyReader.read(root.resolve(path));
  }
}
