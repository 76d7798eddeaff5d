package io.tsad.dashboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a template comes out when it is built, not in the state that meets it. */
class TemplatesTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/tsad/dashboard/pages");

  /** The templates by name. */
  static Map<String, String> templates() throws IOException {
    Map<String, String> templates = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".html")) {
          templates.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return templates;
  }

  @Test
  void everyExpressionOfEveryTemplateCanBeParsed() throws Exception {
    List<String> faults = new ArrayList<>();
    int parsed = 0;
    for (Map.Entry<String, String> template : templates().entrySet()) {
      TemplateExpressions expressions = TemplateExpressions.of(template.getValue());
      expressions.faults().forEach(fault -> faults.add(template.getKey() + " " + fault));
      parsed += expressions.parsed();
    }
    assertEquals(List.of(), faults);
    assertTrue(parsed > 500, "only " + parsed + " expressions were found");
  }

  /** Each renders until its branch is taken. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p th:text=\"|${a} ${b ?: ''}|\"></p>",
        "<p th:text=\"${yes} ? ${a} : ${b ?: ''}\"></p>",
        "<p th:text=\"#{threshold(${a ?: 1})}\"></p>",
        "<p th:text=\"#{|flag.${a ?: 1}|}\"></p>",
        "<a th:href=\"@{/models/{name}(name=${a.b(})}\"></a>",
        "<p th:each=\"one : ${ {1, 2 }\"></p>",
        "<p th:with=\"one=${a},other=${b +}\"></p>",
        "<p th:attr=\"title=${yes and}\"></p>",
        "<p th:replace=\"~{mark :: mark(${a ?: b})}\"></p>",
        "<p th:unless=\"!${a..b}\"></p>",
        "<p>[[${a ?: b}]]</p>",
        "<p th:text=\"__${a}__\"></p>",
      })
  void whatCannotBeParsedIsFoundWhereverItStands(String template) throws Exception {
    assertEquals(1, TemplateExpressions.of(template).faults().size());
  }

  @Test
  void whatThymeleafKnowsIsNoFault() throws Exception {
    TemplateExpressions fine =
        TemplateExpressions.of(
            """
            <p th:text="${a} ?: ${b ? 'c' : 'd'}" th:attr="aria-current=${a == '/' ? 'page' : null}">
            <b th:each="one,row : ${ {'a', 'b'} }" th:text="|${one} &amp; #{all}|">a</b></p>
            """);
    assertEquals(List.of(), fine.faults());
    assertFalse(fine.messages().isEmpty());
  }
}
