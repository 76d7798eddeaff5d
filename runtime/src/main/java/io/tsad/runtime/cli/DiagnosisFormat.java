package io.tsad.runtime.cli;

import io.tsad.runtime.doctor.Diagnosis;
import io.tsad.runtime.doctor.DiagnosisText;
import io.tsad.runtime.doctor.Finding;
import io.tsad.runtime.doctor.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a diagnosis is written. */
public enum DiagnosisFormat {
  /** For people. */
  TEXT {
    @Override
    public String write(Diagnosis diagnosis, ExitCode code) {
      return String.join("\n", DiagnosisText.lines(diagnosis));
    }
  },
  /** For tools: one JSON object. */
  JSON {
    @Override
    public String write(Diagnosis diagnosis, ExitCode code) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("exitCode", code.code());
      List<Object> findings = new ArrayList<>();
      for (Section section : diagnosis.sections()) {
        for (Finding finding : section.findings()) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("section", section.title());
          one.put("mark", finding.mark().toString());
          one.put("subject", finding.subject());
          one.put("text", finding.text());
          findings.add(one);
        }
      }
      fields.put("findings", findings);
      try {
        return com.fasterxml
            .jackson
            .jr
            .ob
            .JSON
            .std
            .with(com.fasterxml.jackson.jr.ob.JSON.Feature.PRETTY_PRINT_OUTPUT)
            .asString(fields);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  /** Writes {@code diagnosis}, with which the command ends with {@code code}. */
  public abstract String write(Diagnosis diagnosis, ExitCode code);
}
