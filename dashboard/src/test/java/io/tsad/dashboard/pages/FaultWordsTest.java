package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever this module tells people of faults, it can tell in Chinese. */
class FaultWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private final FaultWords chinese = FaultWords.load(Locale.CHINESE);

  @Test
  void everyProblemAndTroubleThatIsMadeHasChineseWords() throws Exception {
    List<String> missing = new ArrayList<>();
    int count = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : (Iterable<Path>) files.filter(FaultWordsTest::isOfPages)::iterator) {
        SourceTexts texts = SourceTexts.of(file, Map.of("Problem", 1, "Trouble", 2));
        for (String text : texts.found()) {
          count++;
          if (chinese.of(text) == null) {
            missing.add(file.getFileName() + ": " + text);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(count > 70, "only " + count + " texts were found");
  }

  /** What is wrong with a setting is told on the command line. */
  private static boolean isOfPages(Path file) {
    return file.toString().endsWith(".java")
        && !file.startsWith(SOURCES.resolve("io/tsad/dashboard/config"));
  }

  @Test
  void whatStandsForAnyTextIsPutInAndReasonsWithinAreTranslatedToo() {
    assertEquals("这里没有参数“x”", chinese.of("There is no parameter x here"));
    assertEquals("没有模型提供服务:一个模型也没有", chinese.of("No model serves: there is no model"));
    assertEquals("极差 5,训练中为 1 至 2", chinese.of("range 5, in training 1 to 2"));
    assertNull(chinese.of("Something that nobody thought of"));
    assertEquals("As it is", FaultWords.load(Locale.ENGLISH).of("As it is"));
  }

  @Test
  void noTextThatIsPutInIsTakenForAPattern() {
    String hostile = "$1 {} \\ {1} There is no model";
    assertEquals("没有模型提供服务:" + hostile, chinese.of("No model serves: " + hostile));
  }

  @Test
  void everyLineSaysSomethingElseInChinese() throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/resources/io/tsad/dashboard/pages/faults_zh.txt"));
    for (String line : lines) {
      if (line.contains(" → ")) {
        String words = line.substring(line.indexOf(" → ") + 3);
        assertTrue(words.codePoints().anyMatch(one -> one > 0x3000), line);
        assertFalse(words.contains("  "), line);
      }
    }
  }
}
