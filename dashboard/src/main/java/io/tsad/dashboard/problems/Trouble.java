package io.tsad.dashboard.problems;

import java.util.Locale;

/**
 * Something that is not as it should be.
 *
 * @param subject what it is about: a model, a folder
 * @param detail one line in English, with the figures; may be empty
 */
public record Trouble(Kind kind, String subject, String detail) {
  /** How bad it is. */
  public enum Severity {
    /** Something does not work. */
    ERROR,
    /** It works, but not as well as it should, or not for long. */
    WARNING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What can be wrong. */
  public enum Kind {
    /** No model scores where none is named, for there is none, or none is chosen. */
    NO_ACTIVE_MODEL(Severity.ERROR),
    /** The model that is to serve where none is named cannot, and no other takes its place. */
    SERVING_MODEL_GONE(Severity.ERROR),
    /** The model that serves is no better than a guess. */
    MODEL_OF_NO_USE(Severity.WARNING),
    /** The training of the model that serves warned of its data, or of its quality. */
    MODEL_WARNED(Severity.WARNING),
    /** A folder does not serve: it cannot be opened, or failed its self-test. */
    MODEL_REFUSED(Severity.ERROR),
    /** The same, and the version before it goes on serving. */
    MODEL_OUTDATED(Severity.ERROR),
    /** A GPU was wanted and cannot be had. */
    CPU_FALLBACK(Severity.WARNING),
    /** The disk with the history is nearly full. */
    DISK_NEARLY_FULL(Severity.ERROR),
    /** Operators found verdicts wrong: there is data that the model has not learned from. */
    MODEL_OLDER_THAN_ITS_DATA(Severity.WARNING);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }

    /** As in messages and the API. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
