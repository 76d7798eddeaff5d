package io.tsad.runtime.detect;

/** What ONNX Runtime says of a fault, cut to what fits into a line. */
final class OrtMessage {
  private static final int LONGEST = 120;

  private OrtMessage() {}

  static String of(Throwable fault) {
    String text = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
