package io.tsad.runtime.detect.cuda;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

  /** ONNX Runtime's own part. */
  public static final String PROVIDER = "libonnxruntime_providers_cuda.so";

  /** Where the jar holds it, which is unpacked when the provider is first used. */
  private static final String RESOURCE = "/ai/onnxruntime/native/linux-x64/" + PROVIDER;

  private static final String DRIVER = "NVIDIA's driver";
  private static final String TOOLKIT = "the CUDA 12 runtime, 12.8 or newer";
  private static final String RUNTIME = "libcudart.so.12";

  /** A function that ONNX Runtime wants of {@link #RUNTIME}, which has the same name since 12.0. */
  private static final String LATE_FUNCTION = "cudaLibraryGetKernel";

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
            new CudaLibrary(PROVIDER, "tsad's CUDA distribution", provider(natives), false),
            find("libcuda.so.1", DRIVER, path),
            find(RUNTIME, TOOLKIT, path),
            find("libcublas.so.12", TOOLKIT, path),
            find("libcublasLt.so.12", TOOLKIT, path),
            find("libcurand.so.10", TOOLKIT, path),
            find("libcufft.so.11", TOOLKIT, path),
            find("libcudnn.so.9", "cuDNN 9 for CUDA 12", path)));
  }

  /** Whether ONNX Runtime comes without its CUDA provider, so that trying it is vain. */
  public static boolean noneInThisBuild() {
    String natives = System.getProperty(NATIVES, "");
    return provider(natives.isEmpty() ? null : Path.of(natives)) == null
        && System.getProperty("os.name").startsWith("Linux");
  }

  /** Searches this process's host. */
  public static CudaLibraries ofProcess() {
    String natives = System.getProperty(NATIVES, "");
    return search(System.getenv(), natives.isEmpty() ? null : Path.of(natives), Path.of("/"));
  }

  private static CudaLibrary find(String file, String source, LibraryPath path) {
    Path place = path.find(file).orElse(null);
    return new CudaLibrary(
        file,
        source,
        place == null ? null : place.toString(),
        place != null && file.equals(RUNTIME) && !has(place, LATE_FUNCTION));
  }

  /** Whether a library names a function; if it cannot be read, the loader will tell. */
  private static boolean has(Path library, String function) {
    try {
      return new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1)
          .contains(function);
    } catch (IOException e) {
      return true;
    }
  }

  private static @Nullable String provider(@Nullable Path natives) {
    if (natives != null) {
      Path file = natives.resolve(PROVIDER);
      return Files.exists(file) ? file.toString() : null;
    }
    return OrtEnvironment.class.getResource(RESOURCE) == null ? null : "in ONNX Runtime's jar";
  }

  /** Those that are needed and not there, or too old. */
  public List<CudaLibrary> lacking() {
    return libraries.stream()
        .filter(one -> one.isNeeded() && (one.isMissing() || one.old()))
        .toList();
  }

  /**
   * What is lacking, in a few words, such as {@code libcuda.so.1 and libcudnn.so.9 are missing};
   * empty if nothing is.
   */
  public String fault() {
    String missing = fault(CudaLibrary::isMissing, "is missing", "are missing");
    String old = fault(CudaLibrary::old, "is too old", "are too old");
    return missing + (missing.isEmpty() || old.isEmpty() ? "" : ", ") + old;
  }

  private String fault(Predicate<CudaLibrary> which, String one, String several) {
    List<String> names = lacking().stream().filter(which).map(CudaLibrary::file).toList();
    int last = names.size() - 1;
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.get(0) + " " + one;
      default ->
          "%s and %s %s"
              .formatted(String.join(", ", names.subList(0, last)), names.get(last), several);
    };
  }

  /** What brings what is lacking, such as {@code install NVIDIA's driver}; empty if nothing is. */
  public String remedy() {
    return lacking().isEmpty()
        ? ""
        : lacking().stream()
            .map(CudaLibrary::source)
            .distinct()
            .collect(Collectors.joining(", ", "install ", ""));
  }
}
