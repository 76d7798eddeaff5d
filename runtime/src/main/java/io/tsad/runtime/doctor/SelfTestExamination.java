package io.tsad.runtime.doctor;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.SelfTest;
import java.util.List;

/** Lets a model prove that it answers as it did at export. */
final class SelfTestExamination {
  private static final String TITLE = "Self-test";

  private SelfTestExamination() {}

  static Section section(Detector detector) {
    try {
      SelfTest test = SelfTest.of(detector);
      Mark mark =
          switch (test.outcome()) {
            case PASSED -> Mark.OK;
            case FAILED -> Mark.FAIL;
            case NOTHING_TO_TEST -> Mark.WARN;
          };
      return new Section(
          TITLE,
          TsadException.Kind.MODEL,
          List.of(new Finding(mark, detector.provider().name(), test.inWords())));
    } catch (TsadException e) {
      return Section.of(TITLE, e);
    }
  }
}
