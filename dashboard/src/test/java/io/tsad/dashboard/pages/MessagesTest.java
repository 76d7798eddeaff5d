package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.thymeleaf.standard.expression.MessageExpression;
import org.thymeleaf.standard.expression.TextLiteralExpression;

/** The texts of pages are whole in every language. */
class MessagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/tsad/dashboard/pages");

  private final Properties english = read("messages.properties");
  private final Properties chinese = read("messages_zh.properties");

  MessagesTest() throws IOException {}

  private static Properties read(String name) throws IOException {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(FOLDER.resolve(name))) {
      texts.load(in);
    }
    return texts;
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(
          places(english.getProperty(key)), places(chinese.getProperty(key)), "places of " + key);
    }
  }

  private static int places(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  /** MessageFormat takes a single apostrophe for a quote, and drops it. */
  @Test
  void everyApostropheIsWrittenTwice() {
    for (String key : english.stringPropertyNames()) {
      String text = english.getProperty(key).replace("''", "").replaceAll("'[{}]'", "");
      assertTrue(!text.contains("'"), key + " = " + text);
    }
  }

  @Test
  void everyTextThatATemplateAsksForIsThereAndIsGivenAllItsPlaces() throws Exception {
    List<String> missing = new ArrayList<>();
    for (String template : TemplatesTest.templates().values()) {
      for (MessageExpression message : TemplateExpressions.of(template).messages()) {
        if (message.getBase() instanceof TextLiteralExpression literal) {
          String key = literal.getValue().getValue();
          int given = message.hasParameters() ? message.getParameters().size() : 0;
          if (!english.containsKey(key)) {
            missing.add(key);
          } else if (places(english.getProperty(key)) > given) {
            missing.add(key + " is given " + given);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }
}
