package io.tsad.runtime.detect;

/** What ONNX Runtime says of a fault, cut to what fits into a line. */
final class OrtMessage {
  private static final int LONGEST = 120;

  private OrtMessage() {}

  static String of(Exception fault) {
    return shortened(String.valueOf(fault.getMessage()));
  }

  /** The first line of {@code message}, or most of it. */
  static String shortened(String message) {
    String text = message.lines().findFirst().orElse("");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
