package io.tsad.trainer.command;

import io.tsad.runtime.cli.DiagnosisFormat;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.doctor.Diagnosis;
import io.tsad.runtime.doctor.Host;
import io.tsad.trainer.doctor.TrainingDoctor;
import io.tsad.trainer.torch.NativesSearch;
import io.tsad.trainer.torch.Torch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tsad-train doctor}. */
@Command(
    name = "doctor",
    hidden = true, // the help of tsad-train fits a screen, and names it at its end
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Says what this host can train with, what it lacks and how to get it.",
    footer = {
      "",
      "Looks at the host, PyTorch, where its libraries come from, and what a GPU needs.",
      "Fetches nothing. Without a GPU all is well, unless --device cuda asks for one.",
      "",
      "Exit codes: 0 nothing failed, 5 device unavailable"
    })
final class TrainingDoctorCommand implements Callable<ExitCode> {
  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private DiagnosisFormat format = DiagnosisFormat.TEXT;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cuda or cpu. Default: auto.")
  private Device device = Device.AUTO;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public ExitCode call() {
    Torch.forbidFetching();
    Host host = Host.ofProcess();
    NativesSearch search = new NativesSearch(host, getClass().getClassLoader());
    Diagnosis diagnosis = new TrainingDoctor(host, Version.current(), device, search).examine();
    ExitCode code = diagnosis.failure().map(ExitCode::of).orElse(ExitCode.OK);
    spec.commandLine().getOut().println(format.write(diagnosis, code));
    return code;
  }
}
