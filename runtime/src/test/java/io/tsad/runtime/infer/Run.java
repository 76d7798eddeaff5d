package io.tsad.runtime.infer;

import io.tsad.runtime.cli.CommandRunner;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What a run of {@code tsad-infer} answered, line by line. */
record Run(int code, List<String> out, List<String> err) {
  private static final long HEAP = 64 << 20;

  /** Runs it on the CPU with {@code model}. */
  static Run with(Path model, Object... args) {
    return with(model, new ByteArrayInputStream(new byte[0]), args);
  }

  static Run with(Path model, InputStream in, Object... args) {
    String[] all = new String[args.length + 3];
    all[0] = "--device=cpu";
    all[1] = "--model";
    all[2] = model.toString();
    for (int i = 0; i < args.length; i++) {
      all[3 + i] = args[i].toString();
    }
    return of(in, new ModelFinder(null, List.of()), all);
  }

  static Run of(InputStream in, ModelFinder models, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandRunner.run(
            new TsadInfer(
                    new Surroundings(in, models, null, 2, HEAP, InstantSource.system(), false))
                .commandLine(),
            new PrintWriter(out),
            new PrintWriter(err),
            args);
    return new Run(code, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
