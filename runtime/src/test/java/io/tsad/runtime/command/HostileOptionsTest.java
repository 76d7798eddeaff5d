package io.tsad.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of options that are none are told in words for people, without Java's types. */
class HostileOptionsTest {
  private static String fault(String... args) {
    Run run = Run.of(InputStream.nullInputStream(), new ModelFinder(null, List.of()), args);
    assertEquals(2, run.code(), run.toString());
    return run.err().get(0).replaceFirst("^tsad-infer( doctor)?: ", "");
  }

  @Test
  void aColumnAHeaderAndACountThatAreNone() {
    assertEquals(
        "Invalid value for option '--column': 'number:x': columns have a name or a number from 1",
        fault("--column", "number:x", "a.csv"));
    assertEquals(
        "Invalid value for option '--header': 'maybe' is neither yes nor no",
        fault("--header", "maybe", "a.csv"));
    assertEquals(
        "Invalid value for option '--threads': 'many' is no number from 1 to 1024",
        fault("--threads", "many", "a.csv"));
  }

  @Test
  void aModelThatIsNothing() {
    assertEquals(
        "Invalid value for option '--model': it is an empty name", fault("--model", "", "a"));
    assertEquals(
        "Invalid value for option '--model': it is an empty name", fault("doctor", "--model="));
  }

  @Test
  void aValueWithALineBreakIsStillOneLine() {
    assertEquals(
        "Invalid value for option '--header': 'y\\u000ae' is neither yes nor no",
        fault("--header", "y\ne", "a.csv"));
  }
}
