package io.tsad.dashboard.upload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.tsad.runtime.series.FiniteValues;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a series that is a JSON array of numbers. */
final class JsonSeries {
  /** NaN and Infinity are read, so that they can be refused like those of other formats. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final String REMEDY = "send an array of numbers, such as [1, 2.5, -3e2]";

  private JsonSeries() {}

  /**
   * @param mostSamples the longest array read
   * @throws IOException if {@code in} fails
   */
  static Series read(InputStream in, String name, int mostSamples)
      throws IOException, InvalidSeriesException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new InvalidSeriesException(name, "is no JSON array", REMEDY);
      }
      double[] values = values(parser, name, mostSamples);
      FiniteValues.require(name, values);
      if (parser.nextToken() != null) {
        throw new InvalidSeriesException(name, "goes on after its array", REMEDY);
      }
      return new Series(name, values);
    } catch (JsonEOFException e) {
      throw new InvalidSeriesException(name, "ends within its JSON", REMEDY, e);
    } catch (StreamConstraintsException e) {
      throw new InvalidSeriesException(
          name, "has a number of more digits, or deeper brackets, than a series has", REMEDY, e);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new InvalidSeriesException(
          name,
          at == null
              ? "is not JSON"
              : "is not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
          REMEDY,
          e);
    }
  }

  private static double[] values(JsonParser parser, String name, int mostSamples)
      throws IOException, InvalidSeriesException {
    double[] values = new double[1024];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonToken token = parser.currentToken();
      if (token == null || !token.isNumeric()) {
        throw new InvalidSeriesException(name, "has no number at index " + count, REMEDY);
      }
      if (count == mostSamples) {
        throw new InvalidSeriesException(
            name, "has too many samples", "at most %,d are read here".formatted(mostSamples));
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(mostSamples, 2L * count));
      }
      values[count++] = parser.getDoubleValue();
    }
    return Arrays.copyOf(values, count);
  }
}
