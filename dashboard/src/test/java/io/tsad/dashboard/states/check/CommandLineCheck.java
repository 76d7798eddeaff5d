package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a page is told what to do there, not which option to give to a command. */
final class CommandLineCheck implements PageCheck {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

  @Override
  public List<String> faults(Visit visit) {
    return visit.pieces().stream()
        .filter(piece -> !piece.within("pre, code, .operation"))
        .filter(piece -> OPTION.matcher(piece.plain()).find())
        .map(piece -> "speaks of the command line: " + piece)
        .toList();
  }
}
