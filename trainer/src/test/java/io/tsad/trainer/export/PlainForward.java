package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The whole of scoring as loops in double, written apart from PyTorch and ONNX. */
record PlainForward(Network network, List<float[]> weights) {
  /** Probabilities of a raw series of the network's length: the reference's steps. */
  double[] probabilities(double[] raw) {
    double[][] x = through(network.layers(), weights.iterator(), new double[][] {scale(raw)});
    double[] powers = Arrays.stream(x[0]).map(Math::exp).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /** What a pooled network averages, {@code [channels][length]}. */
  double[][] lastMap(double[] raw) {
    List<Layer> layers = network.layers();
    List<Layer> before = layers.subList(0, layers.indexOf(new Layer.GlobalAveragePool()));
    return through(before, weights.iterator(), new double[][] {scale(raw)});
  }

  private static double[][] through(List<Layer> layers, Iterator<float[]> next, double[][] series) {
    double[][] x = series;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Conv1d conv) {
        x = convolve(x, conv, next.next(), conv.bias() ? next.next() : new float[conv.out()]);
      } else if (layer instanceof Layer.FixedConv1d fixed) {
        x = convolve(x, fixed.shape(), next.next(), new float[fixed.filters().size()]);
      } else if (layer instanceof Layer.BatchNorm) {
        x = normalize(x, next.next(), next.next(), next.next(), next.next());
      } else if (layer instanceof Layer.Relu) {
        x = map(x, row -> Arrays.stream(row).map(v -> Math.max(0, v)).toArray());
      } else if (layer instanceof Layer.MaxPool1d pool) {
        x = map(x, row -> pool(row, pool));
      } else if (layer instanceof Layer.Branches branches) {
        List<double[][]> ends = new ArrayList<>();
        for (List<Layer> way : branches.ways()) {
          ends.add(through(way, next, x));
        }
        x = branches.join() == Layer.Join.SUM ? sum(ends) : concat(ends);
      } else if (layer instanceof Layer.GlobalAveragePool) {
        x = new double[][] {means(x)};
      } else if (layer instanceof Layer.Flatten) {
        x = new double[][] {Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray()};
      } else if (layer instanceof Layer.Linear linear) {
        x = new double[][] {multiply(x[0], linear, next.next(), next.next())};
      }
    }
    return x;
  }

  private static double[] means(double[][] x) {
    return Arrays.stream(x)
        .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
        .toArray();
  }

  private static double[][] concat(List<double[][]> ends) {
    return ends.stream().flatMap(Arrays::stream).toArray(double[][]::new);
  }

  private static double[][] sum(List<double[][]> ends) {
    double[][] sum = new double[ends.get(0).length][ends.get(0)[0].length];
    for (double[][] end : ends) {
      for (int channel = 0; channel < sum.length; channel++) {
        for (int t = 0; t < sum[channel].length; t++) {
          sum[channel][t] += end[channel][t];
        }
      }
    }
    return sum;
  }

  private static double[][] normalize(
      double[][] x, float[] scale, float[] shift, float[] mean, float[] variance) {
    double[][] y = new double[x.length][x[0].length];
    for (int c = 0; c < x.length; c++) {
      for (int t = 0; t < x[c].length; t++) {
        y[c][t] = (x[c][t] - mean[c]) / Math.sqrt(variance[c] + 1e-5) * scale[c] + shift[c];
      }
    }
    return y;
  }

  /** (x - min) / (max - min), zeros for a constant series. */
  static double[] scale(double[] raw) {
    double min = Arrays.stream(raw).min().getAsDouble();
    double max = Arrays.stream(raw).max().getAsDouble();
    return Arrays.stream(raw).map(v -> max == min ? 0 : (v - min) / (max - min)).toArray();
  }

  private interface RowMap {
    double[] of(double[] row);
  }

  private static double[][] map(double[][] rows, RowMap map) {
    return Arrays.stream(rows).map(map::of).toArray(double[][]::new);
  }

  private static double[][] convolve(
      double[][] x, Layer.Conv1d conv, float[] weight, float[] bias) {
    int reach = (conv.kernel() - 1) * conv.dilation();
    int before = conv.same() ? reach / 2 : 0;
    int ins = conv.in() / conv.groups();
    double[][] y = new double[conv.out()][conv.same() ? x[0].length : x[0].length - reach];
    for (int out = 0; out < conv.out(); out++) {
      int first = out / (conv.out() / conv.groups()) * ins;
      for (int t = 0; t < y[out].length; t++) {
        y[out][t] = bias[out];
        for (int in = 0; in < ins; in++) {
          for (int k = 0; k < conv.kernel(); k++) {
            int at = t + k * conv.dilation() - before;
            double sample = at >= 0 && at < x[0].length ? x[first + in][at] : 0;
            y[out][t] += weight[(out * ins + in) * conv.kernel() + k] * sample;
          }
        }
      }
    }
    return y;
  }

  private static double[] pool(double[] row, Layer.MaxPool1d pool) {
    int beyond = pool.same() ? pool.kernel() / 2 : 0;
    double[] y = new double[(row.length + 2 * beyond - pool.kernel()) / pool.stride() + 1];
    for (int t = 0; t < y.length; t++) {
      int from = Math.max(0, t * pool.stride() - beyond);
      int to = Math.min(row.length, t * pool.stride() - beyond + pool.kernel());
      y[t] = Arrays.stream(row, from, to).max().orElseThrow();
    }
    return y;
  }

  private static double[] multiply(double[] x, Layer.Linear linear, float[] weight, float[] bias) {
    double[] y = new double[linear.out()];
    for (int out = 0; out < y.length; out++) {
      y[out] = bias[out];
      for (int in = 0; in < x.length; in++) {
        y[out] += weight[out * linear.in() + in] * x[in];
      }
    }
    return y;
  }
}
