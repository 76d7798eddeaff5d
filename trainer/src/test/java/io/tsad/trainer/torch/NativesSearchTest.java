package io.tsad.trainer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.doctor.Host;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesSearchTest {
  @TempDir Path dir;
  private final Map<String, String> environment = new HashMap<>();

  /** On a class path of one folder, in a home of its own. */
  private TorchNatives find() throws Exception {
    Path classes = Files.createDirectories(dir.resolve("classes"));
    Files.writeString(
        classes.resolve("pytorch-engine.properties"), "djl_version=0.36.0\npytorch_version=2.7.1");
    Host host = new Host(environment, Map.of("user.home", dir.resolve("me").toString()), 2, dir);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return new NativesSearch(host, loader).find();
    }
  }

  private Path libtorch(String folder) throws Exception {
    Path path = Files.createDirectories(dir.resolve(folder));
    Files.writeString(path.resolve("libtorch.so"), "");
    return path;
  }

  private void bundle(String flavor) throws Exception {
    Path file = dir.resolve("classes/native/lib/pytorch.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "version=2.7.1-20250812\nflavor=%s\n".formatted(flavor));
  }

  @Test
  void aFolderThatIsNamedComesFirst() throws Exception {
    Path named = libtorch("opt/libtorch/lib");
    bundle("cpu");
    environment.put("PYTORCH_LIBRARY_PATH", named.toString());
    assertEquals(new TorchNatives.Named(named), find());
  }

  @Test
  void aFolderWithoutPyTorchIsPassedOver() throws Exception {
    bundle("cpu");
    environment.put("PYTORCH_LIBRARY_PATH", dir.toString());
    assertEquals(new TorchNatives.Bundled("cpu"), find());
  }

  @Test
  void withNoneInTheClassPathTheCacheIsLookedInCudaFirst() throws Exception {
    libtorch("me/.djl.ai/pytorch/2.7.1-cpu-linux-x86_64");
    Path cuda = libtorch("me/.djl.ai/pytorch/2.7.1-cu128-linux-x86_64");
    libtorch("me/.djl.ai/pytorch/2.5.1-cu124-linux-x86_64");
    assertEquals(new TorchNatives.Cached(cuda), find());
  }

  @Test
  void aFlavourThatIsAskedForIsTheOnlyOneThatCounts() throws Exception {
    libtorch("cache/pytorch/2.7.1-cpu-linux-x86_64");
    environment.put("DJL_CACHE_DIR", dir.resolve("cache").toString());
    environment.put("PYTORCH_FLAVOR", "cu128");
    assertEquals(new TorchNatives.ToFetch(dir.resolve("cache/pytorch")), find());
  }

  @Test
  void thisBuildBringsItsOwnForTheCpu() {
    assertEquals(new TorchNatives.Bundled("cpu"), NativesSearch.ofProcess().find());
    assertTrue(NativesSearch.ofProcess().pytorchVersion().matches("\\d+\\.\\d+\\.\\d+"));
    assertTrue(NativesSearch.ofProcess().djlVersion().matches("\\d+\\.\\d+\\.\\d+"));
  }
}
