package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.TsadException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The label that stands for <em>anomaly</em> was not named, or the set does not have it. */
public final class AnomalyLabelException extends TsadException {
  AnomalyLabelException(@Nullable String label, String set, List<LabelCount> found) {
    super(
        Kind.USAGE,
        label == null ? "--anomaly" : "--anomaly " + label,
        label == null ? "is missing" : "is no label of " + set,
        "name one of the labels of %s: %s"
            .formatted(
                set, found.stream().map(LabelCount::toString).collect(Collectors.joining(", "))),
        null);
  }
}
