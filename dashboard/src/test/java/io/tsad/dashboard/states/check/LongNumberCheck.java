package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Visit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers are as long as somebody reads them: eight significant digits at most. */
final class LongNumberCheck implements PageCheck {
  private static final int MOST = 8;
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w#-])\\d[\\d,]*(?:\\.\\d+)?");

  @Override
  public List<String> faults(Visit visit) {
    return visit.pieces().stream()
        .filter(piece -> !piece.isData())
        .filter(piece -> !piece.within("code, pre, time, .operation"))
        .filter(piece -> hasLong(piece.plain()))
        .map(piece -> "has a long number: " + piece)
        .toList();
  }

  private static boolean hasLong(String text) {
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      String digits = numbers.group().replaceAll("[,.]", "").replaceFirst("^0+", "");
      String significant = numbers.group().contains(".") ? digits : digits.replaceFirst("0+$", "");
      if (significant.length() > MOST) {
        return true;
      }
    }
    return false;
  }
}
