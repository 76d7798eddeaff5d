package io.tsad.runtime.doctor;

import java.util.ArrayList;
import java.util.List;

/** A diagnosis for people: a line a finding, aligned, at most 80 columns wherever words allow. */
public final class DiagnosisText {
  private static final int COLUMNS = 80;

  /** Of the mark and its margin. */
  private static final int MARK = 8;

  /** A subject longer than this has its text below it. */
  private static final int LONGEST_SUBJECT = 32;

  private DiagnosisText() {}

  /** The lines of {@code diagnosis}. */
  public static List<String> lines(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>();
    for (Section section : diagnosis.sections()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(section.title());
      int width =
          section.findings().stream()
              .mapToInt(finding -> finding.subject().length())
              .filter(length -> length <= LONGEST_SUBJECT)
              .max()
              .orElse(0);
      section.findings().forEach(finding -> add(finding, width, lines));
    }
    return lines;
  }

  private static void add(Finding finding, int width, List<String> lines) {
    String start = "  %-6s".formatted(finding.mark());
    int column = MARK + width + 2;
    List<String> text = wrapped(finding.text(), COLUMNS - column);
    if (finding.subject().length() <= width
        && text.stream().allMatch(line -> line.length() <= COLUMNS - column)) {
      lines.add(start + padded(finding.subject(), width + 2) + text.get(0));
      text.stream().skip(1).forEach(line -> lines.add(" ".repeat(column) + line));
    } else {
      lines.add(start + finding.subject());
      wrapped(finding.text(), COLUMNS - MARK - 2)
          .forEach(line -> lines.add(" ".repeat(MARK + 2) + line));
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** Broken at spaces only, so that a path can be copied. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
