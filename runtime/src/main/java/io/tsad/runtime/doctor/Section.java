package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import java.util.List;

/**
 * Findings about one matter.
 *
 * @param kind what kind of thing is at fault if one of them is a failure
 */
public record Section(String title, TsadException.Kind kind, List<Finding> findings) {
  public Section {
    findings = List.copyOf(findings);
  }

  /** A matter that could not be looked at further. */
  public static Section of(String title, TsadException fault) {
    return new Section(
        title,
        fault.kind(),
        List.of(Finding.fail(fault.subject(), fault.fault() + "; " + fault.remedy())));
  }

  boolean hasFailed() {
    return findings.stream().anyMatch(finding -> finding.mark() == Mark.FAIL);
  }
}
