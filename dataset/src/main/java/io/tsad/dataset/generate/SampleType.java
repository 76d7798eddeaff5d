package io.tsad.dataset.generate;

import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.nio.file.Path;

/** How the samples of a generated series are stored. */
public enum SampleType {
  FLOAT64 {
    @Override
    void write(Path file, double[] values) throws IOException {
      NpyWriter.write(file, values);
    }
  },
  FLOAT32 {
    @Override
    void write(Path file, double[] values) throws IOException {
      float[] rounded = new float[values.length];
      for (int t = 0; t < rounded.length; t++) {
        rounded[t] = (float) values[t];
      }
      NpyWriter.write(file, rounded);
    }
  };

  abstract void write(Path file, double[] values) throws IOException;
}
