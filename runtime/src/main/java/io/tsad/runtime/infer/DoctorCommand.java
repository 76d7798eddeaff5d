package io.tsad.runtime.infer;

import io.tsad.runtime.cache.CacheState;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.cli.DiagnosisFormat;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.doctor.Diagnosis;
import io.tsad.runtime.doctor.Doctor;
import io.tsad.runtime.doctor.Host;
import io.tsad.runtime.model.ModelFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code tsad-infer doctor}: what this installation can do, and what it lacks. */
public final class DoctorCommand implements Callable<ExitCode> {
  private final Host host;
  private final ModelFinder models;
  private final Function<Path, CacheState> cache;
  private final CommandLine line;

  /** Looks at this process and its host. */
  public DoctorCommand() {
    this(
        Host.ofProcess(),
        ModelFinder.of(System.getenv("TSAD_MODEL"), System.getProperty("tsad.home")),
        path ->
            ModelCache.of(System.getenv(), InstantSource.system())
                .state(ModelFolder.fileOf(path), Detector.onnxRuntimeVersion()));
  }

  /**
   * @param cache tells what there is for a model file or folder
   */
  DoctorCommand(Host host, ModelFinder models, Function<Path, CacheState> cache) {
    this.host = host;
    this.models = models;
    this.cache = cache;
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("doctor");
    spec.addOption(CommonOptions.model());
    spec.addOption(CommonOptions.device());
    spec.addOption(CommonOptions.format(DiagnosisFormat.class, "text or json"));
    CommonOptions.help(spec);
    spec.usageMessage()
        .sortOptions(false)
        .description("Says what this installation can do, what it lacks and how to get it.")
        .footer(
            "",
            "Looks at the host, ONNX Runtime, the libraries a GPU needs, the model and its",
            "cache, and runs the self-test. Without a GPU all is well, unless --device cuda",
            "asks for one.",
            "",
            "Exit codes: 0 nothing failed, 4 no model or an invalid one, or it fails the",
            "self-test, 5 device unavailable");
    this.line = new CommandLine(spec);
  }

  /** Parses for this command. */
  CommandLine commandLine() {
    return line;
  }

  @Override
  public ExitCode call() {
    requireNothingBefore();
    ParseResult parsed = line.getParseResult();
    Path model = CommonOptions.model(parsed);
    Diagnosis diagnosis =
        new Doctor(host, Version.current(), CommonOptions.device(parsed), cache)
            .examine(() -> model == null ? models.find() : model);
    ExitCode code = diagnosis.failure().map(ExitCode::of).orElse(ExitCode.OK);
    DiagnosisFormat format = CommonOptions.format(parsed, DiagnosisFormat.TEXT);
    line.getOut().println(format.write(diagnosis, code));
    return code;
  }

  /** What stands before {@code doctor} is its parent's, and would be ignored without a word. */
  private void requireNothingBefore() {
    CommandLine parent = line.getParent();
    if (parent != null && !parent.getParseResult().matchedArgs().isEmpty()) {
      throw new ParameterException(line, "Options go after 'doctor', and it takes no series");
    }
  }
}
