package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import java.util.List;
import java.util.Optional;

/**
 * All that was found.
 *
 * @param sections in the order in which they were looked at
 */
public record Diagnosis(List<Section> sections) {
  public Diagnosis {
    sections = List.copyOf(sections);
  }

  /** What kind of thing failed first; empty if nothing did. */
  public Optional<TsadException.Kind> failure() {
    return sections.stream().filter(Section::hasFailed).map(Section::kind).findFirst();
  }
}
