package io.tsad.runtime.series;

import java.util.List;

/** Delimited text has several columns, and none was chosen: whoever asked can, and ask again. */
public final class SeveralColumnsException extends InvalidSeriesException {
  /**
   * A column there is.
   *
   * @param number from 1, as {@link Column.Numbered} has it
   * @param first its field in the first row: its name, or a value
   * @param numbers whether all that was looked at below the first row are numbers
   */
  public record Choice(int number, String first, boolean numbers) {}

  private final List<Choice> choices;

  SeveralColumnsException(String subject, String fault, String remedy, List<Choice> choices) {
    super(subject, fault, remedy);
    this.choices = List.copyOf(choices);
  }

  /** The columns, two or more; of a very wide table only the first. */
  public List<Choice> choices() {
    return choices;
  }

  @Override
  public SeveralColumnsException named(String subject) {
    return new SeveralColumnsException(subject, fault(), remedy(), choices);
  }
}
