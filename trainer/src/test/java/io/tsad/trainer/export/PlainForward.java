package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The whole of scoring as loops in double, written apart from PyTorch and ONNX. */
record PlainForward(Network network, List<float[]> weights) {
  /** Probabilities of a raw series of the network's length: the reference's steps. */
  double[] probabilities(double[] raw) {
    double[][] x = {scale(raw)};
    Iterator<float[]> next = weights.iterator();
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Conv1d conv) {
        x = convolve(x, conv, next.next(), next.next());
      } else if (layer instanceof Layer.Relu) {
        x = map(x, row -> Arrays.stream(row).map(v -> Math.max(0, v)).toArray());
      } else if (layer instanceof Layer.MaxPool1d pool) {
        x = map(x, row -> pool(row, pool));
      } else if (layer instanceof Layer.Flatten) {
        x = new double[][] {Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray()};
      } else if (layer instanceof Layer.Linear linear) {
        x = new double[][] {multiply(x[0], linear, next.next(), next.next())};
      }
    }
    double[] powers = Arrays.stream(x[0]).map(Math::exp).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
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
    double[][] y = new double[conv.out()][x[0].length - conv.kernel() + 1];
    for (int out = 0; out < conv.out(); out++) {
      for (int t = 0; t < y[out].length; t++) {
        y[out][t] = bias[out];
        for (int in = 0; in < conv.in(); in++) {
          for (int k = 0; k < conv.kernel(); k++) {
            y[out][t] += weight[(out * conv.in() + in) * conv.kernel() + k] * x[in][t + k];
          }
        }
      }
    }
    return y;
  }

  private static double[] pool(double[] row, Layer.MaxPool1d pool) {
    double[] y = new double[(row.length - pool.kernel()) / pool.stride() + 1];
    for (int t = 0; t < y.length; t++) {
      int from = t * pool.stride();
      y[t] = Arrays.stream(row, from, from + pool.kernel()).max().getAsDouble();
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
