package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.util.List;
import java.util.stream.Stream;

/** Something that holds for whatever is opened, in each state and language. */
public interface PageCheck {
  /** Of those, what holds for a page that says what is wrong, too. */
  List<PageCheck> TEXT =
      List.of(
          new LinkCheck(),
          new LanguageCheck(),
          new MessageKeyCheck(),
          new RawValueCheck(),
          new LongNumberCheck(),
          new CommandLineCheck());

  /** All of them. */
  List<PageCheck> ALL = Stream.concat(Stream.of(new AnswerCheck()), TEXT.stream()).toList();

  /** What is wrong, one line each; empty if nothing is. */
  List<String> faults(Visit visit);
}
