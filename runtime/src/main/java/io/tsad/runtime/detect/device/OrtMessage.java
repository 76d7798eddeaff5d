package io.tsad.runtime.detect.device;

import io.tsad.runtime.FileReason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ONNX Runtime says of a fault, without what only its makers need, cut to fit into a line. */
public final class OrtMessage {
  private static final int LONGEST = 160;

  private record Rewriting(Pattern pattern, String replacement) {
    static Rewriting of(String pattern, String replacement) {
      return new Rewriting(Pattern.compile(pattern), replacement);
    }
  }

  /** In this order. A message that none of them knows stays as it is. */
  private static final List<Rewriting> REWRITINGS =
      List.of(
          Rewriting.of("^Error code - \\S+ - message: ", ""),
          Rewriting.of("^Load model from .*? failed:", ""),
          // The first question to CUDA is how many GPUs there are, when their number is read.
          Rewriting.of("^.* Failed to parse provider option \"[^\"]*\": (?=CUDA failure)", ""),
          // Of a failure of CUDA, cuBLAS or cuDNN: the GPU, the host and a line of ONNX Runtime.
          Rewriting.of(" +; GPU=-?\\d+ ; hostname=.*$", ""),
          Rewriting.of(
              "^Non-zero status code returned while running \\S+ node\\. Name:'([^']*)'"
                  + " Status Message: ",
              "in node $1: "),
          // A source file of ONNX Runtime, a line, and the signature of a function.
          Rewriting.of("(^|: )/\\S+\\.(?:cc|h|cu):\\d+ .*?\\) (?=[A-Z])", "$1"),
          Rewriting.of(
              "^This is an invalid model\\. In Node, \\(\"([^\"]*)\", .* , Error ", "in node $1: "),
          Rewriting.of(
              "^ONNX Runtime only .* Opset (\\d+) is .* for domain (\\S+) is till opset (\\d+)\\.$",
              "opset $1 of $2 is newer than $3, the newest it knows"),
          Rewriting.of("^Fatal error: (\\S+)\\(-?\\d+\\) is not", "$1 is not"));

  private OrtMessage() {}

  private static String ofFile(IOException fault) {
    String file = fault instanceof FileSystemException system ? system.getFile() : null;
    return (file == null ? "" : file + ": ") + FileReason.of(fault);
  }

  /** In a line. */
  public static String of(Throwable fault) {
    String said = fault instanceof IOException io ? ofFile(io) : fault.getMessage();
    String text =
        said == null ? "no reason is known" : said.lines().findFirst().orElse("no reason is known");
    for (Rewriting rewriting : REWRITINGS) {
      Matcher matcher = rewriting.pattern().matcher(text);
      text = matcher.replaceFirst(rewriting.replacement());
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
