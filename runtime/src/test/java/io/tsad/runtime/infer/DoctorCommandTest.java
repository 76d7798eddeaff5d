package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.cache.CacheState;
import io.tsad.runtime.cli.CommandRunner;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.doctor.Host;
import io.tsad.runtime.model.GoldenSeries;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path root;
  private Path model = Path.of("");
  private final Map<String, String> properties = new LinkedHashMap<>();

  @BeforeEach
  void prepare() throws Exception {
    // softmax(0, 2) and what the card says of it
    model = writeModel(new GoldenSeries("g.npy", new double[] {2}, List.of(0.119203f, 0.880797f)));
    properties.putAll(
        Map.of(
            "java.version", "17.0.1",
            "java.vendor", "Somebody",
            "java.home", "/opt/java",
            "os.name", "Linux",
            "os.version", "6.1",
            "os.arch", "amd64"));
  }

  private Path writeModel(GoldenSeries... golden) throws Exception {
    return TinyModel.write(
        root.resolve("m/model.onnx"), TinyModel.card(1).withGolden(List.of(golden)));
  }

  private void write(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Run doctor(CacheState cache, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Host host = new Host(Map.of(), properties, 4, root);
    ModelFinder models = new ModelFinder(null, List.of(root.resolve("models")));
    int code =
        CommandRunner.run(
            new DoctorCommand(host, models, path -> cache).commandLine(),
            new PrintWriter(out),
            new PrintWriter(err),
            args);
    return new Run(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  private Run doctor(String... args) {
    return doctor(new CacheState.Absent(Path.of("/home/me/.cache/tsad")), args);
  }

  private static void hasLine(Run run, String line) {
    assertTrue(run.out().contains(line), String.join("\n", run.out()));
  }

  @Test
  void aHostWithoutAGpuIsWellAndIsToldWhatOneWouldNeed() {
    Run run = doctor("--model", model.toString());
    assertEquals(0, run.code(), run.toString());
    assertEquals(List.of(), run.err());
    hasLine(run, "  ok    Java       17.0.1, Somebody, /opt/java");
    hasLine(run, "  ok    CPUExecutionProvider   usable");
    hasLine(run, "  warn  CUDAExecutionProvider  not in this build of ONNX Runtime");
    hasLine(run, "  warn  libcudnn.so.9                     missing; get cuDNN 9 for CUDA 12");
    hasLine(run, "  ok    classes         normal, anomaly; positive is anomaly");
    hasLine(run, "  ok    absent  the next start writes a copy into /home/me/.cache/tsad");
    assertTrue(
        run.out().get(run.out().size() - 2).startsWith("  ok    CPUExecutionProvider  all 1"));
  }

  @Test
  void onTheCpuNothingIsSaidOfCudaLibraries() {
    Run run = doctor("--device=cpu", "--model", model.toString());
    assertEquals(0, run.code());
    assertTrue(run.out().stream().noneMatch(line -> line.contains("libcu")), run.toString());
    assertTrue(run.out().stream().noneMatch(line -> line.startsWith("  fail")), run.toString());
  }

  @Test
  void aGpuAskedForAndUnusableEndsWithFiveAndTheModelIsLookedAtAllTheSame() throws Exception {
    write("usr/lib64/libcuda.so.1", "");
    Run run = doctor("--device=cuda", "--model", model.toString());
    assertEquals(5, run.code());
    hasLine(run, "  fail  CUDAExecutionProvider  not in this build of ONNX Runtime");
    hasLine(run, "  fail  libcudnn.so.9                     missing; get cuDNN 9 for CUDA 12");
    hasLine(run, "  ok    golden series   1");
    assertTrue(
        run.out().stream().noneMatch(line -> line.startsWith("  fail  libcuda.so.1")),
        "that one is there");
  }

  @Test
  void withoutAModelItEndsWithFour() {
    Run run = doctor();
    assertEquals(4, run.code());
    assertTrue(
        String.join(" ", run.out()).contains("name one with --model or $TSAD_MODEL"),
        run.toString());
  }

  @Test
  void aModelThatAnswersOtherwiseThanAtExportEndsWithFour() throws Exception {
    writeModel(new GoldenSeries("g.npy", new double[] {2}, List.of(0.2f, 0.8f)));
    Run run = doctor("--model", model.toString());
    assertEquals(4, run.code());
    assertTrue(
        String.join(" ", run.out())
            .replaceAll(" +", " ")
            .endsWith(
                "fail CPUExecutionProvider 1 of 1 golden series not as at export, g.npy most:"
                    + " expected 0.800000, got 0.880797"),
        run.toString());
  }

  @Test
  void aCardWithoutGoldenSeriesIsNoProofAndNoFailure() throws Exception {
    writeModel();
    Run run = doctor("--model", model.toString());
    assertEquals(0, run.code());
    assertTrue(
        String.join(" ", run.out())
            .replaceAll(" +", " ")
            .endsWith("warn CPUExecutionProvider nothing to test: the card has no golden series"),
        run.toString());
  }

  @Test
  void memoryIsThatOfTheMachineAndThatOfItsControlGroup() throws Exception {
    write("proc/meminfo", "MemTotal:       16777216 kB\nMemFree:        1 kB\n");
    write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Abacus 9\nprocessor\t: 1\n");
    hasLine(doctor("--model", model.toString()), "  ok    memory     16.0 GiB");
    hasLine(doctor("--model", model.toString()), "  ok    processor  Abacus 9, 4 cores");
    write("sys/fs/cgroup/memory.max", "max\n");
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    hasLine(doctor("--model", model.toString()), "  ok    memory     16.0 GiB");
    write("proc/self/cgroup", "0::/system.slice/tsad.service\n");
    write("sys/fs/cgroup/system.slice/tsad.service/memory.max", "536870912\n");
    hasLine(doctor("--model", model.toString()), "  ok    memory     16.0 GiB, limited to 0.5 GiB");
  }

  @Test
  void theNativeLibraryIsWhereTheKernelSaysItIs() throws Exception {
    write("proc/self/maps", "7f00-7f01 r-xp 0 fe:00 9 /opt/tsad/lib/libonnxruntime.so\n");
    properties.put("onnxruntime.native.path", "/opt/tsad/lib");
    hasLine(
        doctor("--model", model.toString()),
        "  ok    native library         /opt/tsad/lib/libonnxruntime.so");
  }

  @Test
  void theCacheIsWhatItsOwnerSays() {
    Path place = Path.of("/c/tsad");
    hasLine(
        doctor(new CacheState.Present(place, 3 << 20), "--model", model.toString()),
        "  ok    present  /c/tsad, 3.0 MiB");
    hasLine(
        doctor(new CacheState.Stale(place, 3 << 20), "--model", model.toString()),
        "  ok    stale  /c/tsad, 3.0 MiB: the next start replaces it");
    hasLine(
        doctor(new CacheState.Unwritable(place), "--model", model.toString()),
        "  warn  unwritable  /c/tsad: each start reads the whole model; let this user");
    hasLine(
        doctor(new CacheState.Off("forbidden"), "--model", model.toString()),
        "  ok    off  forbidden");
  }

  @Test
  void noLineIsWiderThanAScreenButForAPath() {
    for (String line : doctor("--device=cuda", "--model", model.toString()).out()) {
      assertTrue(line.length() <= 80 || line.contains(root.toString()), line);
    }
  }

  @Test
  void whatStandsBeforeItIsAUsageFaultAndNotIgnored() {
    for (String before : List.of("--model=m", "a.npy")) {
      assertEquals(
          new Run(
              2,
              List.of(),
              List.of(
                  "tsad-infer doctor: Options go after 'doctor', and it takes no series",
                  "Try 'tsad-infer doctor --help'.")),
          Run.of(
              InputStream.nullInputStream(), new ModelFinder(null, List.of()), before, "doctor"));
    }
  }

  @Test
  void jsonHasTheSameForTools() throws Exception {
    Run run = doctor("--format=json", "--device=cuda", "--model", model.toString());
    Map<String, Object> json = JSON.std.mapFrom(String.join("\n", run.out()));
    assertEquals(5, json.get("exitCode"));
    List<?> findings = (List<?>) Objects.requireNonNull(json.get("findings"));
    assertTrue(
        findings.contains(
            Map.of(
                "section", "CUDA, for scoring on a GPU",
                "mark", "fail",
                "subject", "libcudnn.so.9",
                "text", "missing; get cuDNN 9 for CUDA 12")),
        findings.toString());
  }
}
