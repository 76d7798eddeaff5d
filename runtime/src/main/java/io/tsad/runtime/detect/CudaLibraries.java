package io.tsad.runtime.detect;

import ai.onnxruntime.OrtEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What ONNX Runtime's CUDA provider needs of a host, by file name, so that nobody has to guess
 * which library is missing. That all are there does not say that they work: only trying tells.
 *
 * @param libraries all of them, ONNX Runtime's own first
 */
public record CudaLibraries(List<CudaLibrary> libraries) {
  /** The property that names the folder with ONNX Runtime's native libraries. */
  public static final String NATIVES = "onnxruntime.native.path";

  static final String PROVIDER = "libonnxruntime_providers_cuda.so";

  /** Where the jar holds it, which is unpacked when the provider is first used. */
  private static final String RESOURCE = "/ai/onnxruntime/native/linux-x64/" + PROVIDER;

  private static final String DRIVER = "NVIDIA's driver";
  private static final String TOOLKIT = "the CUDA 12 runtime";

  public CudaLibraries {
    libraries = List.copyOf(libraries);
  }

  /**
   * Searches a host.
   *
   * @param environment of the process; {@code LD_LIBRARY_PATH} is read
   * @param natives the folder that the system property {@value #NATIVES} names, or null where ONNX
   *     Runtime unpacks its libraries from its jar
   * @param root of the host's file system, {@code /} for this host
   */
  public static CudaLibraries search(
      Map<String, String> environment, @Nullable Path natives, Path root) {
    // Not beside ONNX Runtime's own: its CUDA provider does not tell the loader to look there.
    LibraryPath path = LibraryPath.of(environment, root);
    return new CudaLibraries(
        List.of(
            new CudaLibrary(PROVIDER, "tsad's CUDA distribution", provider(natives)),
            find("libcuda.so.1", DRIVER, path),
            find("libcudart.so.12", TOOLKIT, path),
            find("libcublas.so.12", TOOLKIT, path),
            find("libcublasLt.so.12", TOOLKIT, path),
            find("libcurand.so.10", TOOLKIT, path),
            find("libcufft.so.11", TOOLKIT, path),
            find("libcudnn.so.9", "cuDNN 9 for CUDA 12", path)));
  }

  /** Whether ONNX Runtime comes without its CUDA provider, so that trying it is vain. */
  static boolean noneInThisBuild() {
    String natives = System.getProperty(NATIVES, "");
    return provider(natives.isEmpty() ? null : Path.of(natives)) == null
        && System.getProperty("os.name").startsWith("Linux");
  }

  /** Searches this process's host. */
  static CudaLibraries ofProcess() {
    String natives = System.getProperty(NATIVES, "");
    return search(System.getenv(), natives.isEmpty() ? null : Path.of(natives), Path.of("/"));
  }

  private static CudaLibrary find(String file, String source, LibraryPath path) {
    return new CudaLibrary(file, source, path.find(file).map(Path::toString).orElse(null));
  }

  private static @Nullable String provider(@Nullable Path natives) {
    if (natives != null) {
      Path file = natives.resolve(PROVIDER);
      return Files.exists(file) ? file.toString() : null;
    }
    return OrtEnvironment.class.getResource(RESOURCE) == null ? null : "in ONNX Runtime's jar";
  }

  /** Those that are needed and not there. */
  public List<CudaLibrary> missing() {
    return libraries.stream().filter(one -> one.isMissing() && one.isNeeded()).toList();
  }

  /**
   * What is missing, in a few words, such as {@code libcuda.so.1 and libcudnn.so.9 are missing};
   * empty if nothing is.
   */
  public String fault() {
    List<String> names = missing().stream().map(CudaLibrary::file).toList();
    int last = names.size() - 1;
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.get(0) + " is missing";
      default ->
          "%s and %s are missing"
              .formatted(String.join(", ", names.subList(0, last)), names.get(last));
    };
  }

  /** What brings what is missing, such as {@code install NVIDIA's driver}; empty if nothing is. */
  public String remedy() {
    return missing().isEmpty()
        ? ""
        : missing().stream()
            .map(CudaLibrary::source)
            .distinct()
            .collect(Collectors.joining(", ", "install ", ""));
  }
}
