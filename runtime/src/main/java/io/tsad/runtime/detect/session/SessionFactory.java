package io.tsad.runtime.detect.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.cache.ModelDraft;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.OnnxRuntime;
import io.tsad.runtime.detect.device.OrtMessage;
import io.tsad.runtime.detect.device.Provider;
import io.tsad.runtime.detect.device.Providers;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.onnx.OutsideWeights;
import io.tsad.runtime.onnx.PrunedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens models: from the cached copy where there is a good one, else from the model itself, leaving
 * a copy for the next time.
 *
 * @param name what messages call the model
 * @param search for the cached copy, or null where none is wanted
 */
record SessionFactory(
    OrtEnvironment environment, SessionConfig config, String name, @Nullable CopySearch search) {
  /** Opens {@code file}. */
  OpenModel open(Path file) throws OrtException, InvalidModelException, DeviceUnavailableException {
    try (SessionOptions options = options()) {
      Provider provider = Providers.choose(options, config.device(), config.gpuMemory(), file);
      if (provider.isCuda()) {
        return onGpu(file, options, provider);
      }
      ModelCache cache = config.copies();
      if (cache == null || search == null) {
        return checked(fromModel(file, options), provider, null);
      }
      CopySearch.Copy copy = search.end(environment.getVersion());
      OpenModel cached = copy == null ? null : cached(copy, provider);
      if (cached != null) {
        return cached;
      }
      try (ModelDraft draft = cache.draft(file, environment.getVersion())) {
        OrtSession session = draft == null ? null : saving(file, draft);
        return session == null
            ? checked(fromModel(file, options), provider, null)
            : checked(session, provider, draft);
      }
    }
  }

  /**
   * Opens {@code file} on a GPU. Where that fails the CPU tries, which tells whose fault it is: the
   * model's, as the CPU says, or the GPU's, which others may have filled.
   *
   * @param options with CUDA
   * @throws DeviceUnavailableException if only the GPU does not open it, and it was asked for
   */
  OpenModel onGpu(Path file, SessionOptions options, Provider provider)
      throws OrtException, InvalidModelException, DeviceUnavailableException {
    OutsideWeights.refuse(file);
    try {
      return checked(session(file, options), provider, null);
    } catch (OrtException e) {
      OpenModel onCpu = new SessionFactory(environment, config.onCpu(), name, search).open(file);
      String fault = "could not be opened on CUDA (" + OrtMessage.of(e) + ")";
      if (config.device() == Device.AUTO) {
        return onCpu.on(new Provider(OrtProvider.CPU.getName(), "it " + fault, true));
      }
      onCpu.close();
      throw GpuFault.of(name, fault, e);
    }
  }

  private SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    OnnxRuntime.quiet(options);
    options.setIntraOpNumThreads(config.threads());
    // The plan that a first pass makes for the next asks for as much memory again as the pass did,
    // for each size of batch. What the arena holds already serves as well.
    options.setMemoryPatternOptimization(false);
    if (config.workload() == Workload.FEW) {
      // Laying out the weights anew for faster products costs more than a few series win back.
      options.addConfigEntry("session.disable_prepacking", "1");
    }
    return options;
  }

  private @Nullable OpenModel cached(CopySearch.Copy copy, Provider provider) {
    try (SessionOptions options = options()) {
      options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT); // the copy is optimised
      options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
      options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
      OrtSession session = environment.createSession(copy.content(), options);
      return opened(session, copy.rules(), provider, copy.content());
    } catch (OrtException e) {
      return null; // a copy is never needed
    }
  }

  /** A session whose optimised model is written to {@code draft}; null if that fails. */
  private @Nullable OrtSession saving(Path file, ModelDraft draft) throws InvalidModelException {
    OutsideWeights.refuse(file);
    try (SessionOptions options = options()) {
      options.setOptimizedModelFilePath(draft.path().toString());
      options.addConfigEntry("session.save_model_format", "ORT");
      return session(file, options);
    } catch (OrtException e) {
      return null; // the disk is full, or the model at fault: opening it without a copy tells
    }
  }

  private OrtSession fromModel(Path file, SessionOptions options) throws InvalidModelException {
    OutsideWeights.refuse(file);
    try {
      return session(file, options);
    } catch (OrtException e) {
      throw new InvalidModelException(
          name,
          "is not a model ONNX Runtime can load (" + OrtMessage.of(e) + ")",
          "export it with tsad-train, or see docs/model-contract.md",
          e);
    }
  }

  private OrtSession session(Path file, SessionOptions options) throws OrtException {
    ByteBuffer pruned = config.relevance() ? null : PrunedModel.without(Contract.RELEVANCE, file);
    return pruned == null
        ? environment.createSession(file.toString(), options)
        : environment.createSession(pruned, options);
  }

  private OpenModel opened(
      OrtSession session, Rules rules, Provider provider, @Nullable ByteBuffer copy) {
    return new OpenModel(
        name, environment, session, rules, provider, config.outputs(), copy, new ReusedOutputs());
  }

  /** Checks the model, and only then keeps its copy. */
  private OpenModel checked(OrtSession session, Provider provider, @Nullable ModelDraft draft)
      throws OrtException, InvalidModelException {
    try {
      Rules rules = Rules.check(session, name, config.relevance());
      if (draft != null) {
        commit(draft, rules);
      }
      return opened(session, rules, provider, null);
    } catch (OrtException | InvalidModelException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static void commit(ModelDraft draft, Rules rules) {
    try {
      draft.commit(RulesFormat.write(rules));
    } catch (IOException | UncheckedIOException e) {
      // Without a copy the next start tries again.
    }
  }
}
