package io.tsad.trainer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
  @Test
  void figuresDoNotTellWhatIsSaidApart() {
    List<String> said =
        List.of(
            "has NaN at index 7",
            "has 1,200 samples, fewer than 3,653",
            "has NaN at index 1200",
            "has 7 samples, fewer than 3,653",
            "spans -1.5E308 to 1.0E308",
            "spans -8.0 to 1.0E308");
    assertEquals(
        List.of(
            List.of(said.get(0), said.get(2)),
            List.of(said.get(1), said.get(3)),
            List.of(said.get(4), said.get(5))),
        Alike.of(said, words -> words).stream().map(Alike::all).toList());
  }

  @Test
  void upToThreeAreNamedAndOfMoreTheFirst() {
    assertEquals(List.of("a", "b", "c"), alike("a", "b", "c").named());
    assertEquals(0, alike("a", "b", "c").more());
    assertEquals(List.of("a"), alike("a", "b", "c", "d").named());
    assertEquals(3, alike("a", "b", "c", "d").more());
  }

  private static Alike<String> alike(String... files) {
    return Alike.of(List.of(files), file -> "is empty").get(0);
  }
}
