package io.tsad.trainer.doctor;

import ai.djl.engine.Engine;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.doctor.Diagnosis;
import io.tsad.runtime.doctor.Finding;
import io.tsad.runtime.doctor.Gpus;
import io.tsad.runtime.doctor.Host;
import io.tsad.runtime.doctor.HostExamination;
import io.tsad.runtime.doctor.Mark;
import io.tsad.runtime.doctor.Section;
import io.tsad.trainer.torch.CudaGap;
import io.tsad.trainer.torch.NativesSearch;
import io.tsad.trainer.torch.Torch;
import io.tsad.trainer.torch.TorchNatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what a host can train with: PyTorch, its libraries, a GPU. Starts PyTorch, and fetches
 * nothing for it.
 *
 * @param version of tsad
 * @param device that is wanted; a GPU that is missing is a failure for {@link Device#CUDA} only
 */
public record TrainingDoctor(Host host, String version, Device device, NativesSearch search) {
  /** Looks at everything; what cannot be looked at becomes a failure, not an exception. */
  public Diagnosis examine() {
    List<Section> sections = new ArrayList<>();
    sections.add(new HostExamination(host, version).section());
    Optional<Engine> engine = Optional.empty();
    List<Finding> torch = new ArrayList<>();
    torch.add(Finding.ok("DJL", search.djlVersion()));
    TorchNatives natives = search.find();
    torch.add(Finding.ok("PyTorch", search.pytorchVersion()));
    torch.add(
        natives instanceof TorchNatives.ToFetch
            ? Finding.warn("libraries", natives.inWords() + "; docs/gpu.md says how to bring them")
            : Finding.ok("libraries", natives.inWords()));
    try {
      engine = Optional.of(Torch.start());
      torch.add(
          Finding.ok("loaded", "PyTorch " + engine.get().getVersion() + ", " + Torch.folder()));
    } catch (DeviceUnavailableException e) {
      Mark mark = natives instanceof TorchNatives.ToFetch ? Mark.WARN : Mark.FAIL;
      torch.add(new Finding(mark, "loaded", "no: " + e.fault() + "; " + e.remedy()));
    }
    torch.add(new Allocator(host.environment()).finding());
    sections.add(new Section("PyTorch, for training", TsadException.Kind.DEVICE, torch));
    if (device != Device.CPU) {
      sections.add(cuda(engine));
    }
    return new Diagnosis(sections);
  }

  private Section cuda(Optional<Engine> engine) {
    List<Finding> findings = new ArrayList<>(Gpus.of(host));
    Mark mark = device == Device.CUDA ? Mark.FAIL : Mark.WARN;
    if (findings.isEmpty()) {
      findings.add(new Finding(mark, "GPU", "none that a driver of NVIDIA's shows"));
    }
    CudaGap gap = new CudaGap(host);
    findings.add(
        gap.driver()
            .map(place -> Finding.ok(CudaGap.DRIVER, place.toString()))
            .orElseGet(() -> new Finding(mark, CudaGap.DRIVER, "missing; get NVIDIA's driver")));
    String reason =
        engine.isEmpty() ? "PyTorch is not loaded" : gap.inWords() + "; " + gap.remedy();
    boolean usable = engine.map(Torch::canUseCuda).orElse(false);
    findings.add(
        usable ? Finding.ok("CUDA", "usable") : new Finding(mark, "CUDA", "not usable: " + reason));
    return new Section("CUDA, for training on a GPU", TsadException.Kind.DEVICE, findings);
  }
}
