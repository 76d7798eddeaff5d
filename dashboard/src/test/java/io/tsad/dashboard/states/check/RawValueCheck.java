package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.util.List;
import java.util.regex.Pattern;

/** No value is shown as a program writes it. */
final class RawValueCheck implements PageCheck {
  private static final Pattern RAW =
      Pattern.compile(
          "\\{\\w+=|\\{\"|\\bOptional[\\[.]|\\bnull\\b|\\bundefined\\b|\\[object |\\[[BCDFIJLSZ]@"
              + "|\\bjava\\.|\\bio\\.tsad\\.|\\b\\w+Exception\\b|\\bat \\w+(?:\\.\\w+)+\\("
              + "|\\w@[0-9a-f]{6,}");

  /** A value that is none; in a sentence it may be a sample's. */
  private static final Pattern NONE =
      Pattern.compile("(?:^|[–(+-]\\s*)(?:NaN|-?Infinity|∞|\uFFFD)(?:\\s*[–%)]|$)");

  @Override
  public List<String> faults(Visit visit) {
    return visit.pieces().stream()
        .filter(piece -> !piece.isData() && !piece.within("pre, code, .operation"))
        .filter(piece -> isRaw(piece.plain()))
        .map(piece -> "has a raw value: " + piece)
        .toList();
  }

  private static boolean isRaw(String text) {
    return RAW.matcher(text).find() || NONE.matcher(text).find();
  }
}
