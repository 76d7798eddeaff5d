package io.tsad.runtime.detect;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.cache.ModelDraft;
import io.tsad.runtime.model.InvalidModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Creates sessions: from the cached copy of a model where there is a good one, else from the model
 * itself, leaving a copy for the next time.
 */
record SessionFactory(OrtEnvironment environment, DetectorConfig config) {
  /**
   * A session.
   *
   * @param provider what it runs on
   * @param copy the memory it reads its weights from, or null; it must stay reachable as long
   */
  record Opened(OrtSession session, Provider provider, @Nullable ByteBuffer copy) {}

  /** Opens {@code file}. */
  Opened open(Path file) throws OrtException, InvalidModelException, DeviceUnavailableException {
    try (SessionOptions options = options()) {
      Provider provider = Providers.choose(options, config.device());
      if (config.cache() != null && provider.name().equals(OrtProvider.CPU.getName())) {
        Opened cached = cached(config.cache(), file, provider);
        if (cached != null) {
          return cached;
        }
        OrtSession session = caching(config.cache(), file);
        if (session != null) {
          return new Opened(session, provider, null);
        }
      }
      return new Opened(fromModel(file, options), provider, null);
    }
  }

  private SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    OpenModel.quiet(options);
    options.setIntraOpNumThreads(config.threads());
    if (config.workload() == Workload.FEW) {
      // Laying out the weights anew for faster products costs more than a few series win back.
      options.addConfigEntry("session.disable_prepacking", "1");
    }
    return options;
  }

  private @Nullable Opened cached(ModelCache cache, Path file, Provider provider)
      throws OrtException {
    ByteBuffer copy = cache.find(file, environment.getVersion());
    if (copy == null) {
      return null;
    }
    try (SessionOptions options = options()) {
      options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT); // the copy is optimised
      options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
      options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
      return new Opened(environment.createSession(copy, options), provider, copy);
    } catch (OrtException e) {
      return null; // a copy is never needed
    }
  }

  private @Nullable OrtSession caching(ModelCache cache, Path file) throws OrtException {
    try (SessionOptions options = options();
        ModelDraft draft = cache.draft(file, environment.getVersion())) {
      if (draft == null) {
        return null;
      }
      options.setOptimizedModelFilePath(draft.path().toString());
      options.addConfigEntry("session.save_model_format", "ORT");
      OrtSession session = environment.createSession(file.toString(), options);
      try {
        draft.commit();
      } catch (IOException e) {
        // The next start tries again.
      }
      return session;
    } catch (OrtException e) {
      return null; // the disk is full, or the model at fault: opening it without a copy tells
    }
  }

  private OrtSession fromModel(Path file, SessionOptions options) throws InvalidModelException {
    try {
      return environment.createSession(file.toString(), options);
    } catch (OrtException e) {
      throw new InvalidModelException(
          file.toString(),
          "is not a model ONNX Runtime can load (" + OrtMessage.of(e) + ")",
          "export it with tsad-train, or see docs/model-contract.md",
          e);
    }
  }
}
