package io.tsad.trainer.torch;

import io.tsad.runtime.doctor.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Looks where DJL looks for PyTorch's libraries, in its order.
 *
 * @param classes whose resources are the class path
 */
public record NativesSearch(Host host, ClassLoader classes) {
  private static final String LIBRARY = "libtorch.so";

  /** In this process. */
  public static NativesSearch ofProcess() {
    return new NativesSearch(Host.ofProcess(), NativesSearch.class.getClassLoader());
  }

  /** Where they come from. */
  public TorchNatives find() {
    Optional<Path> named = setting("PYTORCH_LIBRARY_PATH").map(Path::of);
    if (named.isPresent() && Files.exists(named.get().resolve(LIBRARY))) {
      return new TorchNatives.Named(named.get());
    }
    List<String> flavors = bundled();
    if (!flavors.isEmpty()) {
      return new TorchNatives.Bundled(flavors.get(0));
    }
    Path cache = cache();
    return cached(cache)
        .<TorchNatives>map(TorchNatives.Cached::new)
        .orElseGet(() -> new TorchNatives.ToFetch(cache));
  }

  /** The version of PyTorch that DJL's engine is made for. */
  public String pytorchVersion() {
    return engine("pytorch_version");
  }

  /** The version of DJL. */
  public String djlVersion() {
    return engine("djl_version");
  }

  private String engine(String key) {
    return properties("pytorch-engine.properties").stream()
        .map(found -> found.getProperty(key, "unknown"))
        .findFirst()
        .orElse("unknown");
  }

  private List<String> bundled() {
    return properties("native/lib/pytorch.properties").stream()
        .filter(found -> found.getProperty("placeholder") == null)
        .map(found -> found.getProperty("flavor", "cpu"))
        .sorted(Collections.reverseOrder()) // CUDA before the CPU, as DJL does
        .toList();
  }

  private List<Properties> properties(String resource) {
    List<Properties> all = new ArrayList<>();
    try {
      for (URL url : Collections.list(classes.getResources(resource))) {
        Properties one = new Properties();
        try (InputStream in = url.openStream()) {
          one.load(in);
        }
        all.add(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class path cannot be read", e);
    }
    return all;
  }

  private Path cache() {
    return setting("ENGINE_CACHE_DIR")
        .or(() -> setting("DJL_CACHE_DIR"))
        .map(Path::of)
        .orElseGet(() -> Path.of(host.property("user.home"), ".djl.ai"))
        .resolve("pytorch");
  }

  /** The flavour asked for, else the newest CUDA, else the CPU. */
  private Optional<Path> cached(Path cache) {
    String start = pytorchVersion() + "-" + setting("PYTORCH_FLAVOR").orElse("");
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache, start + "*")) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve(LIBRARY))) {
          found.add(folder);
        }
      }
    } catch (IOException e) {
      return Optional.empty(); // no cache yet
    }
    return found.stream().max((one, other) -> one.compareTo(other));
  }

  /** DJL takes environment variables before properties of the JVM. */
  private Optional<String> setting(String name) {
    return Optional.ofNullable(host.environment().get(name))
        .or(() -> Optional.ofNullable(host.properties().get(name)))
        .filter(value -> !value.isEmpty());
  }
}
