package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A checkpoint that a training cannot go on from. */
public final class CheckpointException extends TsadException {
  private CheckpointException(Path file, String fault, String remedy) {
    super(Kind.USAGE, file.toString(), fault, remedy, null);
  }

  static CheckpointException damaged(Path file) {
    return new CheckpointException(
        file, "is damaged, or no checkpoint", "leave --resume out to start anew");
  }

  /** Names the first few things that differ. */
  static CheckpointException ofAnother(
      Path file, Map<String, String> saved, Map<String, String> wanted) {
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          String before = saved.getOrDefault(name, "unknown");
          if (!before.equals(value) && differences.size() < 3) {
            differences.add("%s was %s, now is %s".formatted(name, brief(before), brief(value)));
          }
        });
    return new CheckpointException(
        file,
        "is of another training: " + String.join(", ", differences),
        "pass what that one was given, or leave --resume out to start anew");
  }

  private static String brief(String value) {
    return value.length() > 40 ? value.substring(0, 12) + "…" : value;
  }
}
