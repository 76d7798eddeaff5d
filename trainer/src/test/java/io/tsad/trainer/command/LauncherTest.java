package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import io.tsad.hostile.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/tsad-train} and {@code bin/tsad-data} of a checkout, as cron starts them. */
class LauncherTest {
  @TempDir Path home;
  @TempDir Path work;

  @Test
  void classesAndFilesOfAnyNameAreTrainedOnInTheLocaleOfC() throws Exception {
    new LevelShifts(List.of("a", "b"), 40).write(work.resolve("data"), 8, 4);
    Checkout.Run run =
        Checkout.make(home, "trainer", "dataset")
            .sh(
                work,
                Map.of("LC_ALL", "C"),
                """
                for split in train val; do mv data/$split/a "data/$split/Störung 1"; done
                for file in data/train/b/*; do mv $file "data/train/b/$(printf 'n\\366.npy')"; break; done
                "$bin/tsad-data" inspect data --positive 'Störung 1'
                "$bin/tsad-train" --data data --out models/mö --length 40 --positive 'Störung 1' --threads 1
                cat models/mö/card.json
                """);
    assertEquals(0, run.code(), run.toString());
    assertTrue(
        run.out().contains("Classes: Störung 1, b; Störung 1 is the positive one"), run.out());
    assertTrue(run.out().contains("Model: models/mö"), run.out());
    assertTrue(run.out().contains("\"positive\" : \"Störung 1\""), run.out());
  }

  @Test
  void aClassThatCannotBeReadIsNamedWithTheRemedy() throws Exception {
    new LevelShifts(List.of("a", "b"), 40).write(work.resolve("data"), 8, 4);
    String rename =
        "for split in train val; do mv data/$split/a \"data/$split/$(printf 'St\\366rung')\"; done\n";
    Checkout checkout = Checkout.make(home, "trainer", "dataset");
    String line =
        ": data/train/St\\xf6rung: is a class whose name Java cannot read here;"
            + " set LC_ALL to a locale with UTF-8, such as C.UTF-8, or rename the folder\n";
    Checkout.Run inspected =
        checkout.sh(work, Map.of(), rename + "\"$bin/tsad-data\" inspect data");
    assertEquals(new Checkout.Run(3, "", "tsad-data inspect" + line), inspected);
    Checkout.Run trained =
        checkout.sh(
            work, Map.of(), "\"$bin/tsad-train\" --data data --out m --positive b --threads 1");
    assertEquals(new Checkout.Run(3, "", "tsad-train" + line), trained);
  }

  @Test
  void javaAloneInTheLocaleOfCSaysWhatIsMissing() throws Exception {
    new LevelShifts(List.of("a", "b"), 40).write(work.resolve("data"), 8, 4);
    Checkout.Run run =
        Checkout.make(home, "trainer", "dataset")
            .sh(
                work,
                Map.of("LC_ALL", "C", "cp", System.getProperty("java.class.path")),
                """
                for split in train val; do mv data/$split/a "data/$split/Störung 1"; done
                exec "$JAVA_HOME/bin/java" -cp "$cp" io.tsad.dataset.command.TsadData inspect data
                """);
    assertEquals(
        "tsad-data inspect: data/train/Störung 1: is a class whose name Java cannot read here;"
            + " set LC_ALL to a locale with UTF-8, such as C.UTF-8, or rename the folder\n",
        run.err());
    assertEquals(3, run.code());
  }
}
