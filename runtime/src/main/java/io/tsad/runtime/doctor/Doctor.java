package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.cache.CacheState;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.ProviderCheck;
import io.tsad.runtime.model.InvalidModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at an installation: the host, ONNX Runtime, what a GPU needs, a model, its cache, and
 * whether the model answers as it did at export.
 *
 * @param version of tsad
 * @param device that is wanted; a GPU that is missing is a failure for {@link Device#CUDA} only
 * @param cache tells what there is for a model file
 */
public record Doctor(Host host, String version, Device device, Function<Path, CacheState> cache) {
  /** Finds the model to look at. */
  public interface ModelSource {
    /**
     * Its file, or its folder.
     *
     * @throws InvalidModelException if there is none
     */
    Path find() throws InvalidModelException;
  }

  /** Looks at everything; what cannot be looked at becomes a failure, not an exception. */
  public Diagnosis examine(ModelSource model) {
    List<Section> sections = new ArrayList<>();
    sections.add(new HostExamination(host, version).section());
    List<ProviderCheck> providers;
    try {
      providers = ProviderCheck.all();
    } catch (DeviceUnavailableException e) {
      sections.add(Section.of(RuntimeExamination.TITLE, e));
      return new Diagnosis(sections); // without it there is no looking at the rest
    }
    sections.add(new RuntimeExamination(host, device).section(providers));
    if (device != Device.CPU) {
      sections.add(new CudaExamination(host, device).section());
    }
    try {
      sections.addAll(model(model.find(), providers));
    } catch (TsadException e) {
      sections.add(Section.of("Model", e));
    }
    return new Diagnosis(sections);
  }

  private List<Section> model(Path path, List<ProviderCheck> providers) throws TsadException {
    boolean cuda = providers.stream().anyMatch(one -> one.isCuda() && one.usable());
    // That CUDA cannot be had is said already; the card can be read all the same.
    try (Detector detector = Detector.open(path, cuda ? device : Device.CPU)) {
      List<Section> sections = new ArrayList<>();
      sections.add(new ModelExamination(path, detector.card()).section());
      sections.add(CacheExamination.section(cache.apply(path)));
      sections.add(SelfTestExamination.section(detector));
      return sections;
    }
  }
}
