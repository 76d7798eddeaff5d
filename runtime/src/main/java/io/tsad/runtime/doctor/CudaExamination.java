package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.cuda.CudaLibraries;
import io.tsad.runtime.detect.cuda.CudaLibrary;
import io.tsad.runtime.detect.device.Device;
import java.util.ArrayList;
import java.util.List;

/** Looks for GPUs, and for what one needs, library by library. */
record CudaExamination(Host host, Device device) {
  Section section() {
    CudaLibraries found =
        CudaLibraries.search(host.environment(), host.folder(CudaLibraries.NATIVES), host.root());
    List<Finding> findings = new ArrayList<>(Gpus.of(host));
    found.libraries().forEach(library -> findings.add(finding(library)));
    return new Section("CUDA, for scoring on a GPU", TsadException.Kind.DEVICE, findings);
  }

  private Finding finding(CudaLibrary library) {
    String place = library.place();
    if (place != null && !library.old()) {
      return Finding.ok(library.file(), place);
    }
    if (!library.isNeeded()) {
      return Finding.ok(library.file(), "missing, and no model of tsad's needs it");
    }
    return new Finding(
        device == Device.CUDA ? Mark.FAIL : Mark.WARN,
        library.file(),
        (place == null ? "missing" : place + ", too old") + "; get " + library.source());
  }
}
