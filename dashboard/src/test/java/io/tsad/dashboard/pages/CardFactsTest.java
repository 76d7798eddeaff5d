package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tsad.dashboard.TinyModel;
import io.tsad.runtime.model.ModelCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardFactsTest {
  private static Map<String, Map<String, String>> facts(Map<String, Object> provenance) {
    ModelCard card = TinyModel.card(0.5).withProvenance(provenance);
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    CardFacts.of(card).forEach(section -> sections.put(section.name(), section.facts()));
    return sections;
  }

  @Test
  void whatASectionNestsIsNamedByTheWayThere() {
    assertEquals(
        Map.of(
            "training",
            Map.of(
                "schedule 1 epochs",
                "1",
                "schedule 1 learning rate",
                "0.1",
                "schedule 2 epochs",
                "2",
                "data train anomaly",
                "36",
                "classes",
                "a, b")),
        facts(
            Map.of(
                "training",
                Map.of(
                    "schedule",
                    List.of(Map.of("epochs", 1, "learningRate", 0.1), Map.of("epochs", 2)),
                    "data",
                    Map.of("train", Map.of("anomaly", 36)),
                    "classes",
                    List.of("a", "b")))));
  }

  @Test
  void whatIsNoSectionHasANameAndNoBoxOfItsOwn() {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("fastestOn", "cpu");
    provenance.put("libraries", Map.of());
    provenance.put("precision", "float16");
    assertEquals(
        Map.of("other", Map.of("fastest on", "cpu", "precision", "float16")), facts(provenance));
  }

  @Test
  void numbersHaveAsManyDigitsAsSomebodyReads() {
    assertEquals(
        Map.of("calibration", Map.of("slope", "1.961", "intercept", "0", "steps", "100000")),
        facts(
            Map.of(
                "calibration",
                Map.of("slope", 1.9609930603662895, "intercept", 0.0, "steps", 100_000))));
  }

  @Test
  void whatHasAPlaceElsewhereIsNotHere() {
    assertFalse(
        facts(Map.of("validation", Map.of("series", 60), "warnings", List.of("few series")))
            .containsKey("validation"));
  }
}
