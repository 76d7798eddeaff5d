package io.tsad.dashboard.states.check;

import io.tsad.dashboard.states.Piece;
import io.tsad.dashboard.states.Visit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page is in its reader's language: no Chinese on an English one, and on a Chinese one no Latin
 * word but names and what everybody in the field writes so. An attribute {@code lang} is no excuse.
 */
final class LanguageCheck implements PageCheck {
  /** Terms, formats, and names of the product's parts that are written alike in both languages. */
  private static final List<String> TERMS =
      List.of(
          "tsad-dashboard",
          "tsad-infer",
          "tsad-train",
          "tsad-data",
          "tsad",
          "AUC",
          "ROC",
          "ECE",
          "API",
          "CSV",
          "TSV",
          "JSON",
          "YAML",
          "OpenAPI",
          "openapi",
          "CPU",
          "CUDA",
          "GPU",
          "NumPy",
          "ONNX",
          "UTC",
          "UTF-8",
          "NaN",
          "curl",
          "HTTP",
          "Home",
          "keep-series",
          "keep-days",
          "keep-megabytes",
          "models/current",
          "doctor",
          "device",
          "models",
          "model",
          "cpu",
          "MB",
          "CPUExecutionProvider",
          "pasted",
          "example-normal",
          "example-anomaly",
          "CUDAExecutionProvider");

  /** Where another language is right: the choice of one, and what is quoted from a document. */
  private static final String QUOTED =
      "form.languages, code, pre, kbd, samp, time, [translate=no], .operation [lang=en],"
          + " dl.facts[lang=en]";

  /**
   * What a script fills in; what is quoted; an operation's name before its label; a file or a path;
   * a term.
   */
  private static final Pattern OF_NO_LANGUAGE =
      Pattern.compile(
          "\\{\\w+\\}|'[^']{1,40}'|“[^”]{1,40}”|^[a-z]\\w+: |"
              + "[^\\s,;:()]*[/.]\\w[\\w.-]*|(?<![\\p{IsLatin}-])(?:"
              + TERMS.stream().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")(?![\\p{IsLatin}-])");

  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{2,}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @Override
  public List<String> faults(Visit visit) {
    return visit.pieces().stream()
        .filter(piece -> isForeign(piece, visit.language()) && !piece.within(QUOTED))
        .map(piece -> "is not in " + visit.language() + ": " + piece)
        .toList();
  }

  private static boolean isForeign(Piece piece, Locale language) {
    String text = piece.plain();
    if (language.equals(Locale.ENGLISH)) {
      return CHINESE.matcher(text).find();
    }
    if (!WORD.matcher(text).find() || (piece.isData() && !text.contains(" "))) {
      return false; // data without a space is a key, an address, a number
    }
    return WORD.matcher(OF_NO_LANGUAGE.matcher(text).replaceAll(" ")).find();
  }
}
