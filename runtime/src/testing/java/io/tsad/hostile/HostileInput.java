package io.tsad.hostile;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param title what is hostile about it, in a few words
 * @param file the name of the file that holds it
 * @param content what the file holds
 * @param options by name, such as {@code column} for {@code --column} and the API's parameter
 * @param answers what each entry that takes it must say; an entry that is missing is not tried
 */
public record HostileInput(
    String title,
    String file,
    Content content,
    Map<String, String> options,
    Map<Entry, Expected> answers) {
  /** The length of the models that score the rows. */
  public static final int SAMPLES = 8;

  public HostileInput {
    options = Map.copyOf(options);
    answers = Map.copyOf(answers);
  }

  /** A row without answers yet. */
  public static HostileInput of(String title, String file, Content content) {
    return new HostileInput(title, file, content, Map.of(), Map.of());
  }

  /** A row without answers yet. */
  public static HostileInput of(String title, String file, byte[] content) {
    return of(title, file, new Content.Bytes(content));
  }

  /** A row of text in UTF-8, without answers yet. */
  public static HostileInput of(String title, String file, String content) {
    return of(title, file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same given with an option. */
  public HostileInput with(String option, String value) {
    Map<String, String> more = new TreeMap<>(options);
    more.put(option, value);
    return new HostileInput(title, file, content, more, answers);
  }

  /**
   * The same, which {@code entries} must refuse.
   *
   * @param words what stands after its name: {@code fault; remedy}
   */
  public HostileInput refused(String words, Entry... entries) {
    return answered(new Expected.Refused(words), entries);
  }

  /** The same, which {@code entries} must read as {@code values}. */
  public HostileInput read(double[] values, Entry... entries) {
    if (values.length < SAMPLES) {
      throw new IllegalArgumentException(title + ": give at least " + SAMPLES + " values");
    }
    return answered(new Expected.Read(values), entries);
  }

  /** The same, which {@code entries} must leave out with {@code words}. */
  public HostileInput skipped(String words, Entry... entries) {
    return answered(new Expected.Skipped(words), entries);
  }

  private HostileInput answered(Expected answer, Entry... entries) {
    Map<Entry, Expected> more = new EnumMap<>(Entry.class);
    more.putAll(answers);
    for (Entry entry : entries) {
      more.put(entry, answer);
    }
    return new HostileInput(title, file, content, options, more);
  }

  /** What {@code entry} must say; null where it is not tried. */
  public @Nullable Expected answer(Entry entry) {
    return answers.get(entry);
  }

  /** The title, for the name of a test. */
  @Override
  public String toString() {
    return title;
  }
}
