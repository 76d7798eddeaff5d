package io.tsad.runtime.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what it is
 * @param text what was found, and what would mend it
 */
public record Finding(Mark mark, String subject, String text) {
  public static Finding ok(String subject, String text) {
    return new Finding(Mark.OK, subject, text);
  }

  public static Finding warn(String subject, String text) {
    return new Finding(Mark.WARN, subject, text);
  }

  public static Finding fail(String subject, String text) {
    return new Finding(Mark.FAIL, subject, text);
  }
}
