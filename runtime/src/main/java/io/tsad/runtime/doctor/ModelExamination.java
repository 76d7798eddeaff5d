package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.ModelCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what a model is, from its card; what a card need not say is left out where it does not. */
record ModelExamination(Path path, ModelCard card) {
  Section section() {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("path", path.toString()));
    findings.add(
        Finding.ok(
            "classes",
            "%s; positive is %s".formatted(String.join(", ", card.classes()), card.positive())));
    findings.add(
        Finding.ok(
            "length",
            "%,d samples; longer are cut, shorter %s"
                .formatted(card.length().samples(), card.length().pad() ? "padded" : "refused")));
    findings.add(
        Finding.ok(
            "threshold",
            "%s (%s)".formatted(number(card.threshold().value()), card.threshold().method())));
    score("accuracy").ifPresent(text -> findings.add(Finding.ok("accuracy", text)));
    score("auc").ifPresent(text -> findings.add(Finding.ok("area under ROC", text)));
    data().ifPresent(text -> findings.add(Finding.ok("trained on", text)));
    parity().ifPresent(text -> findings.add(Finding.ok("parity", text)));
    findings.add(
        card.inputContract().isPresent()
            ? Finding.ok("input contract", "series unlike the training series are flagged")
            : Finding.warn("input contract", "none: series unlike the training series pass"));
    findings.add(Finding.ok("golden series", String.valueOf(card.golden().size())));
    return new Section("Model", TsadException.Kind.MODEL, findings);
  }

  /** A headline figure on the validation set, with its interval. */
  private Optional<String> score(String name) {
    return number("validation", name, "value")
        .map(
            value ->
                "%s (95 %% interval %s to %s), %s series"
                    .formatted(
                        number(value),
                        number("validation", name, "low").map(this::number).orElse("?"),
                        number("validation", name, "high").map(this::number).orElse("?"),
                        at("validation", "series").map(Object::toString).orElse("?")));
  }

  private Optional<String> data() {
    return at("data", "train")
        .filter(Map.class::isInstance)
        .map(
            counts -> {
              List<String> parts = new ArrayList<>();
              ((Map<?, ?>) counts).forEach((name, count) -> parts.add(count + " " + name));
              return String.join(", ", parts);
            });
  }

  private Optional<String> parity() {
    return number("parity", "largestDifference")
        .map("differs from the trainer by %.1e at most"::formatted);
  }

  private Optional<Double> number(String... path) {
    return at(path).filter(Number.class::isInstance).map(value -> ((Number) value).doubleValue());
  }

  private String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** The value at {@code path} in the card's provenance, of which the contract fixes nothing. */
  private Optional<Object> at(String... path) {
    Object value = card.provenance();
    for (String field : path) {
      value = value instanceof Map<?, ?> fields ? fields.get(field) : null;
    }
    return Optional.ofNullable(value);
  }
}
