package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.cuda.CudaLibraries;
import io.tsad.runtime.detect.cuda.LoadedLibraries;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.ProviderCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at ONNX Runtime: its version, where it was loaded from, and what it can run on. */
record RuntimeExamination(Host host, Device device) {
  static final String TITLE = "ONNX Runtime";

  Section section(List<ProviderCheck> providers) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("version", Detector.onnxRuntimeVersion()));
    findings.add(Finding.ok("native library", loadedFrom()));
    for (ProviderCheck provider : providers) {
      findings.add(new Finding(mark(provider), provider.name(), provider.reason()));
    }
    return new Section(TITLE, TsadException.Kind.DEVICE, findings);
  }

  private Mark mark(ProviderCheck provider) {
    if (provider.usable() || !provider.isCuda() || device == Device.CPU) {
      return Mark.OK;
    }
    return device == Device.CUDA ? Mark.FAIL : Mark.WARN;
  }

  private String loadedFrom() {
    Optional<String> loaded =
        LoadedLibraries.of(host.root()).find("libonnxruntime.so").map(Path::toString);
    Path natives = host.folder(CudaLibraries.NATIVES);
    return natives == null
        ? loaded.orElse(host.property("java.io.tmpdir")) + ", unpacked anew at each start"
        : loaded.orElse(natives.toString());
  }
}
