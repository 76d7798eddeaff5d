package io.tsad.runtime.infer;

import io.tsad.runtime.cli.CountConverter;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.Header;
import io.tsad.runtime.series.Layout;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code tsad-infer} asks for.
 *
 * @param inputs files, folders, or {@code -}, as written
 * @param model a model folder or file, or null for the default
 * @param layout what is said of delimited text
 * @param explain whether results say where the evidence lies
 * @param threads how many series are scored at a time; 0 for one a core
 * @param exitCode whether an anomaly has an exit code of its own
 * @param strict whether series unlike those in training are refused
 * @param selfTest whether the golden series are to be scored, and no others
 * @param batch how many series a pass takes; 0 for what suits the device
 * @param gpuMemory the most to take of a GPU's memory, in MiB; 0 for no limit
 */
record InferOptions(
    List<String> inputs,
    @Nullable Path model,
    Format format,
    Device device,
    Layout layout,
    boolean explain,
    int threads,
    boolean exitCode,
    boolean strict,
    boolean selfTest,
    int batch,
    int gpuMemory) {
  /** How results are written. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  private static final int MOST_THREADS = 1024;
  private static final int MOST_COUNTED = 1 << 20;

  private static final String COLUMN = "--column";
  private static final String HEADER = "--header";
  private static final String EXPLAIN = "--explain";
  private static final String THREADS = "--threads";
  private static final String EXIT_CODE = "--exit-code";
  private static final String STRICT = "--strict";
  private static final String SELF_TEST = "--self-test";
  private static final String BATCH = "--batch";
  private static final String GPU_MEMORY = "--gpu-memory";

  /**
   * Declares the options. Not with annotations: making sense of those takes picocli three times as
   * long as all the rest of a start.
   */
  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .paramLabel("FILE|DIR|-")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Series as .npy, .npz, .csv, .tsv; folders; - is stdin.")
            .build());
    spec.addOption(CommonOptions.model());
    spec.addOption(CommonOptions.format(Format.class, "text, json or csv"));
    spec.addOption(CommonOptions.device());
    spec.addOption(
        OptionSpec.builder(COLUMN)
            .paramLabel("NAME|N")
            .type(Column.class)
            .converters(new ColumnConverter())
            .description("Of CSV or TSV: its header, or its number from 1.")
            .build());
    spec.addOption(
        OptionSpec.builder(HEADER)
            .paramLabel("yes|no")
            .type(Header.class)
            .converters(new HeaderConverter())
            .description("Whether the first line of CSV or TSV is one.")
            .build());
    spec.addOption(flag(EXPLAIN, "Say where in each series the evidence lies."));
    spec.addOption(
        OptionSpec.builder(THREADS)
            .paramLabel("N")
            .type(int.class)
            .converters(new CountConverter(MOST_THREADS))
            .description("Default: one a core.")
            .build());
    spec.addOption(flag(EXIT_CODE, "End with 10 when any verdict is anomaly."));
    spec.addOption(flag(STRICT, "Refuse series unlike the model's training series."));
    spec.addOption(flag(SELF_TEST, "Score the model's golden series and compare."));
    spec.addOption(count(BATCH, "N", "Series a pass. Default: 64, on a GPU the best of a trial."));
    spec.addOption(count(GPU_MEMORY, "MIB", "Take no more of a GPU's memory. Default: no limit."));
    CommonOptions.help(spec);
  }

  /** The help, which fits a screen, leaves these to docs/gpu.md. */
  private static OptionSpec count(String name, String label, String description) {
    return OptionSpec.builder(name)
        .hidden(true)
        .paramLabel(label)
        .type(int.class)
        .converters(new CountConverter(MOST_COUNTED))
        .description(description)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  /** What was asked for. */
  static InferOptions of(ParseResult parsed) {
    return new InferOptions(
        parsed.matchedPositionalValue(0, List.of()),
        CommonOptions.model(parsed),
        CommonOptions.format(parsed, Format.TEXT),
        CommonOptions.device(parsed),
        new Layout(
            parsed.matchedOptionValue(COLUMN, Column.only()),
            parsed.matchedOptionValue(HEADER, Header.AUTO)),
        parsed.hasMatchedOption(EXPLAIN),
        parsed.matchedOptionValue(THREADS, 0),
        parsed.hasMatchedOption(EXIT_CODE),
        parsed.hasMatchedOption(STRICT),
        parsed.hasMatchedOption(SELF_TEST),
        parsed.matchedOptionValue(BATCH, 0),
        parsed.matchedOptionValue(GPU_MEMORY, 0));
  }
}
