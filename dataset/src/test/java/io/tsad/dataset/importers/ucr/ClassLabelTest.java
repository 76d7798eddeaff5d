package io.tsad.dataset.importers.ucr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassLabelTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "1.0000000e+00, 1",
    "-1, -1",
    "-1.0, -1",
    "+1, 1",
    "01, 1",
    "-0, 0",
    "1.5, 1.5",
    "normal, normal",
    "1d, 1d",
    "NaN, NaN"
  })
  void numbersHaveOneSpellingAndWordsStay(String text, String canonical) {
    assertEquals(canonical, ClassLabel.canonical(text));
  }

  @Test
  void numbersComeByValueBeforeWords() {
    assertEquals(
        List.of("-1", "2", "10", "abnormal", "normal"),
        List.of("normal", "10", "abnormal", "2", "-1").stream().sorted(ClassLabel.ORDER).toList());
  }
}
