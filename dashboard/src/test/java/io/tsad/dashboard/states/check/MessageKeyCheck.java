package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.util.List;
import java.util.regex.Pattern;

/** Every text was found, and its placeholders filled. */
final class MessageKeyCheck implements PageCheck {
  private static final Pattern UNRESOLVED =
      Pattern.compile("\\?\\?\\S+\\?\\?|\\[[a-z]+(?:[.-][a-z-]+)*\\]|[#$*~]\\{|\\{\\d\\}");

  @Override
  public List<String> faults(Visit visit) {
    return visit.pieces().stream()
        .filter(piece -> UNRESOLVED.matcher(piece.plain()).find())
        .map(piece -> "has an unresolved text: " + piece)
        .toList();
  }
}
