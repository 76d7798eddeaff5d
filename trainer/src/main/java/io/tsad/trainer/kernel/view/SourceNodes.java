package io.tsad.trainer.kernel.view;

/**
 * {@link Sources} in a graph.
 *
 * @param series float32 {@code [batch, 1, 1, length]}, whole numbers
 * @param difference the same, one shorter
 */
public record SourceNodes(String series, String difference, int length) {
  /** The one that is asked for. */
  public String get(Source source) {
    return source == Source.SERIES ? series : difference;
  }
}
