package io.tsad.runtime.detect.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaLibrariesTest {
  private static final List<String> TOOLKIT =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcurand.so.10",
          "libcufft.so.11");

  @TempDir Path root;

  private void install(String folder, List<String> files) throws Exception {
    for (String file : files) {
      Path path = root.resolve(folder).resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "\0cudaMalloc\0cudaLibraryGetKernel\0");
    }
  }

  private CudaLibraries search(String variable) {
    return CudaLibraries.search(
        Map.of("LD_LIBRARY_PATH", variable), root.resolve("opt/tsad/lib"), root);
  }

  @Test
  void onABareHostEverythingIsMissingByName() {
    assertEquals(
        "libonnxruntime_providers_cuda.so, libcuda.so.1, libcudart.so.12, libcublas.so.12,"
            + " libcublasLt.so.12, libcurand.so.10 and libcudnn.so.9 are missing",
        search("").fault());
    assertEquals(
        "install tsad's CUDA distribution, NVIDIA's driver, the CUDA 12 runtime, 12.8 or newer,"
            + " cuDNN 9 for CUDA 12",
        search("").remedy());
  }

  @Test
  void onAWholeHostNothingIsMissingWhereverItIs() throws Exception {
    install("opt/tsad/lib", List.of("libonnxruntime_providers_cuda.so"));
    install("usr/lib64", List.of("libcuda.so.1"));
    install("usr/local/cuda/lib64", TOOLKIT);
    install("home/me", List.of("libcudnn.so.9"));
    CudaLibraries found = search("/home/me:/usr/local/cuda/lib64");
    assertEquals(List.of(), found.lacking());
    assertEquals("", found.fault());
    assertEquals("", found.remedy());
    assertEquals(
        root.resolve("usr/lib64/libcuda.so.1").toString(), found.libraries().get(1).place());
  }

  @Test
  void oneMissingLibraryIsNamedWithWhatBringsIt() throws Exception {
    install("opt/tsad/lib", List.of("libonnxruntime_providers_cuda.so"));
    install("usr/lib64", List.of("libcuda.so.1"));
    install("usr/lib", TOOLKIT);
    install("lib", List.of("libcudnn.so.8")); // too old
    assertEquals("libcudnn.so.9 is missing", search("").fault());
    assertEquals("install cuDNN 9 for CUDA 12", search("").remedy());
  }

  @Test
  void anOldRuntimeOfTheSameNameIsTold() throws Exception {
    install("opt/tsad/lib", List.of("libonnxruntime_providers_cuda.so"));
    install("usr/lib64", List.of("libcuda.so.1"));
    install("usr/lib", TOOLKIT);
    Files.writeString(root.resolve("usr/lib/libcudart.so.12"), "\0cudaMalloc\0");
    assertEquals("libcudnn.so.9 is missing, libcudart.so.12 is too old", search("").fault());
    assertEquals(
        "install the CUDA 12 runtime, 12.8 or newer, cuDNN 9 for CUDA 12", search("").remedy());
  }

  @Test
  void fourierTransformsAreNotMissed() throws Exception {
    install("opt/tsad/lib", List.of("libonnxruntime_providers_cuda.so"));
    install("usr/lib64", List.of("libcuda.so.1", "libcudnn.so.9"));
    install("usr/lib", TOOLKIT.subList(0, 4));
    assertEquals("", search("").fault());
    assertEquals(
        List.of("libcufft.so.11"),
        search("").libraries().stream()
            .filter(CudaLibrary::isMissing)
            .map(CudaLibrary::file)
            .toList());
  }

  @Test
  void whatIsBesideOnnxRuntimeIsNotFoundByTheLoader() throws Exception {
    install("opt/tsad/lib", List.of("libonnxruntime_providers_cuda.so", "libcudnn.so.9"));
    assertEquals("libcuda.so.1", search("").lacking().get(0).file());
    assertEquals("libcudnn.so.9", search("").lacking().get(5).file());
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(
        root.resolve("proc/self/maps"),
        "7f-80 r-xp 0 fe:00 9    /opt/tsad/lib/libcudnn.so.9.1.0\n80-81 rw-p 0 00:00 0 [heap]\n");
    assertEquals(5, search("").lacking().size(), "unless it is in memory already");
    assertEquals("/opt/tsad/lib/libcudnn.so.9.1.0", search("").libraries().get(7).place());
  }

  @Test
  void theJarOnTheClassPathIsAskedWhereNoFolderIsNamed() {
    // The one that tests run with is built for the CPU.
    assertEquals(
        "libonnxruntime_providers_cuda.so",
        CudaLibraries.search(Map.of(), null, root).lacking().get(0).file());
  }
}
