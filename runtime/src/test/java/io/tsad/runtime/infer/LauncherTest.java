package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tsad.hostile.Checkout;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.series.NpyWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code bin/tsad-infer} of a checkout, as cron and bare containers start it. */
class LauncherTest {
  @TempDir Path home;
  @TempDir Path work;

  @BeforeEach
  void write() throws Exception {
    TinyModel.write(work.resolve("models/tmp/model.onnx"), TinyModel.card(1));
    NpyWriter.write(work.resolve("a.npy"), new double[] {0});
    Files.writeString(work.resolve("b.csv"), "Zeit;Größe\n1;0\n2;0\n");
  }

  static Stream<Map<String, String>> locales() {
    return Checkout.poorLocales().stream();
  }

  @ParameterizedTest
  @MethodSource("locales")
  void namesAreReadAndPrintedWhateverTheLocale(Map<String, String> locale) throws Exception {
    Checkout.Run run =
        Checkout.make(home, "runtime")
            .sh(
                work,
                locale,
                """
                mv models/tmp models/mö
                mkdir -p 'Störung 1'
                cp a.npy 'Störung 1/ä.npy'
                cp a.npy "Störung 1/$(printf 'x\\366.npy')"
                cp a.npy "Störung 1/$(printf 'x\\374.npy')"
                "$bin/tsad-infer" --device cpu --model models/mö 'Störung 1' 'Störung 1/ä.npy'
                "$bin/tsad-infer" --device=cpu --format=csv --column Größe b.csv
                """);
    assertEquals(0, run.code(), run.err());
    String csv = run.out().substring(run.out().indexOf("path,"));
    assertEquals(
        """
        Störung 1/x\\xf6.npy	anomaly	0.500000
        Störung 1/x\\xfc.npy	anomaly	0.500000
        Störung 1/ä.npy	anomaly	0.500000
        Störung 1/ä.npy	anomaly	0.500000
        """,
        run.out().replace(csv, ""));
    assertTrue(csv.contains("b.csv,anomaly,0.5,0.5,constant cut,mö,"), csv);
  }

  @Test
  void aNameThatIsNoUtf8IsExplained() throws Exception {
    Checkout.Run run =
        Checkout.make(home, "runtime")
            .sh(
                work,
                Map.of(),
                """
                cp a.npy "$(printf 'x\\366.npy')"
                mv models/tmp "models/$(printf 'm\\366')"
                "$bin/tsad-infer" --device cpu --model models "$(printf 'x\\366.npy')" || :
                "$bin/tsad-infer" --device cpu --model "$(printf 'models/m\\366')" a.npy || :
                "$bin/tsad-infer" --device cpu a.npy
                """);
    assertEquals(4, run.code(), run.toString());
    List<String> lines = run.err().lines().toList();
    assertEquals(3, lines.size(), run.err());
    assertEquals(
        "tsad-infer: models/model.onnx: no such model file; name a model folder or an .onnx file",
        lines.get(0));
    assertEquals(
        "tsad-infer: models/m\ufffd: has a name that Java cannot read here, and ONNX Runtime"
            + " not open; rename it, or set LC_ALL to a locale with UTF-8, such as C.UTF-8",
        lines.get(1));
    assertEquals(
        "tsad-infer: models/m\\xf6/model.onnx: has a name that Java cannot read here, and ONNX Runtime"
            + " not open; rename it, or set LC_ALL to a locale with UTF-8, such as C.UTF-8",
        lines.get(2));
  }

  @Test
  void javaAloneInALocaleWithoutTheLettersSaysSo() throws Exception {
    String java = "\"$JAVA_HOME/bin/java\" -cp \"$cp\" " + TsadInfer.class.getName();
    Checkout.Run run =
        Checkout.make(home, "runtime")
            .sh(
                work,
                Map.of("LC_ALL", "C", "cp", System.getProperty("java.class.path")),
                """
                mv models/tmp models/mö
                JAVA --device cpu --model models/mö a.npy || :
                TSAD_MODEL=models/mö JAVA --device cpu a.npy || :
                JAVA --device cpu --explain --model models/mö a.npy || :
                JAVA --device cpu a.npy
                """
                    .replace("JAVA ", java + " "));
    List<String> lines = run.err().lines().filter(line -> !line.startsWith("WARNING")).toList();
    assertEquals(4, run.code(), run.toString());
    for (String line : lines) {
      assertTrue(
          line.contains("set LC_ALL to a locale with UTF-8, such as C.UTF-8")
              || line.startsWith("Try "),
          run.err());
    }
  }

  @Test
  void aCheckoutWhoseLibrariesThisUserCannotReadSaysSo() throws Exception {
    Checkout checkout = Checkout.make(home, "runtime");
    Path library = Files.createDirectory(work.resolve("m2")).resolve("library.jar");
    Files.writeString(library, "");
    Files.writeString(home.resolve("runtime/target/classpath"), library.toString());
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeTrue(!root || Files.exists(Path.of("/usr/bin/setpriv")), "root may read every file");
    String as = root ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
    Checkout.Run run =
        checkout.sh(
            work,
            Map.of(),
            "chmod 755 . \"$bin/..\"; chmod 700 m2; %s chmod 0 m2 2>/dev/null || :; %s \"$bin/tsad-infer\" a.npy"
                .formatted(root ? ": " : "", as));
    assertEquals(
        "tsad-infer: runtime was built by another user, whose libraries this one cannot read (%s);"
                .formatted(library)
            + " build a checkout of your own, or have it built with -Dmaven.repo.local=DIR in a folder that all"
            + " may read\n",
        run.err());
    assertEquals(1, run.code());
  }
}
