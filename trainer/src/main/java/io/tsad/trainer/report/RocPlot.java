package io.tsad.trainer.report;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.RocCurve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An {@link Evaluation} as {@code roc.png}, 1500 × 850 pixels: the ROC curves of both classes side
 * by side, the decision threshold marked on the positive one's. The same bytes for the same
 * evaluation and installed fonts; needs no display.
 */
public final class RocPlot {
  private static final int PANEL_WIDTH = 750;
  private static final int TEXT_WIDTH = 640;
  private static final int HEIGHT = 850;
  private static final int TITLE_HEIGHT = 60;
  private static final int CHART_HEIGHT = 730;
  private static final Color DARKORANGE = new Color(0xff8c00);
  private static final Color NAVY = new Color(0x000080);
  private static final Color GRID = new Color(0xdddddd);
  private static final Color INK = new Color(0x222222);

  private static final BasicStroke DASHES =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {10, 7}, 0);

  private RocPlot() {}

  /** The bytes of the PNG. */
  public static byte[] png(Evaluation evaluation) {
    // A training host often has a DISPLAY that leads nowhere; AWT would fail on it.
    System.setProperty("java.awt.headless", "true");
    BufferedImage image = new BufferedImage(2 * PANEL_WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    for (int i = 0; i < 2; i++) {
      Graphics2D panel = (Graphics2D) canvas.create(i * PANEL_WIDTH, 0, PANEL_WIDTH, HEIGHT);
      panel(panel, evaluation, i);
      panel.dispose();
    }
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) { // nothing leaves memory
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void panel(Graphics2D panel, Evaluation evaluation, int index) {
    XYChart chart = chart(evaluation, index);
    Graphics2D below = (Graphics2D) panel.create(0, TITLE_HEIGHT, PANEL_WIDTH, CHART_HEIGHT);
    chart.paint(below, PANEL_WIDTH, CHART_HEIGHT);
    below.dispose();
    int middle = (int) Math.round(chart.getScreenXFromChart(0.5));
    String auc = String.format(Locale.ROOT, "ROC AUC = %.4f", evaluation.roc().get(index).auc());
    // XChart places a title by the height of its letters: beside "normal", "anomaly" would sit
    // lower and squeeze its panel.
    text(panel, "ROC curve of class " + evaluation.classes().get(index), 28, middle, 44);
    text(panel, auc, 24, middle, HEIGHT - 24);
  }

  private static XYChart chart(Evaluation evaluation, int index) {
    XYChart chart =
        new XYChartBuilder()
            .width(PANEL_WIDTH)
            .height(CHART_HEIGHT)
            .theme(ChartTheme.Matlab)
            .xAxisTitle("False positive rate")
            .yAxisTitle("True positive rate")
            .build();
    style(chart.getStyler());
    List<RocCurve.Point> points = evaluation.roc().get(index).points();
    double[] fpr = points.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray();
    double[] tpr = points.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray();
    line(chart, "chance", new double[] {0, 1}, new double[] {0, 1}, NAVY).setLineStyle(DASHES);
    line(chart, "ROC curve", fpr, tpr, DARKORANGE).setLineStyle(new BasicStroke(3));
    if (index == evaluation.positive()) {
      ConfusionMatrix confusion = evaluation.confusion();
      String name = String.format(Locale.ROOT, "threshold %.4f", evaluation.threshold());
      double[] x = {1 - confusion.specificity()};
      double[] y = {confusion.recall()};
      line(chart, name, x, y, DARKORANGE)
          .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
          .setMarker(SeriesMarkers.CIRCLE)
          .setMarkerColor(NAVY);
    }
    return chart;
  }

  private static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color color) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    return series;
  }

  private static void style(XYStyler style) {
    style.setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    style.setXAxisTickMarkSpacingHint(110).setYAxisTickMarkSpacingHint(110);
    style.setPlotContentSize(0.96); // room for the curve where it runs along the frame
    style.setPlotMargin(0).setAxisTitlePadding(14).setAxisTickPadding(8);
    style.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 19));
    style.setAxisTickLabelsColor(INK);
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartFontColor(INK);
    style.setChartTitleVisible(false);
    style.setChartPadding(16);
    style.setPlotBorderColor(INK);
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    style.setLegendPosition(LegendPosition.InsideSE);
    style.setLegendBorderColor(GRID);
    style.setLegendPadding(14);
    style.setLegendSeriesLineLength(40);
    style.setLocale(Locale.ROOT);
    style.setDecimalPattern("0.0");
    style.setMarkerSize(16);
  }

  private static void text(Graphics2D panel, String text, int size, int middle, int baseline) {
    panel.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    panel.setColor(INK);
    panel.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    int width = panel.getFontMetrics().stringWidth(text);
    if (width > TEXT_WIDTH) {
      panel.setFont(panel.getFont().deriveFont((float) size * TEXT_WIDTH / width));
      width = panel.getFontMetrics().stringWidth(text);
    }
    panel.drawString(text, middle - width / 2, baseline);
  }
}
