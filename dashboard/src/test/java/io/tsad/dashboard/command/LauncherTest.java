package io.tsad.dashboard.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.TinyModel;
import io.tsad.hostile.Checkout;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/tsad-dashboard} of a checkout, as cron and bare containers start it. */
class LauncherTest {
  @TempDir Path home;
  @TempDir Path work;

  private static final String SERVE =
      """
      "$bin/tsad-dashboard" --device cpu --port 0 --models modèles --data dätä >address &
      pid=$!
      while kill -0 $pid 2>/dev/null && ! [ -s address ]; do sleep 0.1; done
      kill $pid
      wait $pid || :
      """;

  @Test
  void aModelOfAnyNameIsServedInTheLocaleOfC() throws Exception {
    TinyModel.write(work.resolve("models/tmp"), TinyModel.card(0.6));
    Checkout.Run run =
        Checkout.make(home, "dashboard")
            .sh(
                work,
                Map.of("LC_ALL", "C"),
                "mv models modèles; mv modèles/tmp modèles/mö\n" + SERVE);
    assertEquals("tsad-dashboard: serves mö; stop it with Ctrl-C", run.err().strip());
  }

  @Test
  void aModelWhoseNameCannotBeReadIsNamedAndTheOtherServes() throws Exception {
    TinyModel.write(work.resolve("models/tmp"), TinyModel.card(0.6));
    TinyModel.write(work.resolve("models/good"), TinyModel.card(0.6));
    Checkout.Run run =
        Checkout.make(home, "dashboard")
            .sh(
                work,
                Map.of(),
                "mv models modèles; mv modèles/tmp \"modèles/$(printf 'm\\366')\"\n" + SERVE);
    assertTrue(
        run.err()
            .contains(
                "tsad-dashboard: m\\xf6: the folder's name cannot be read here; rename it, or start the"
                    + " server with LC_ALL set to a locale with UTF-8, such as C.UTF-8\n"),
        run.err());
    assertTrue(run.err().contains("tsad-dashboard: serves good;"), run.err());
  }
}
