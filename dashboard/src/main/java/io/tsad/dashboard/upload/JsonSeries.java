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
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a series that is a JSON array of numbers. */
final class JsonSeries {
  /** NaN and Infinity are no JSON, but many write them: read, they are refused with their index. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final String REMEDY = "send an array of numbers, such as [1, 2.5, -3e2]";

  private final String name;
  private final int mostSamples;
  private double[] values = new double[1024];
  private int count;

  private JsonSeries(String name, int mostSamples) {
    this.name = name;
    this.mostSamples = mostSamples;
  }

  /**
   * @param mostSamples the longest array read
   * @throws IOException if {@code in} fails
   */
  static Series read(InputStream in, String name, int mostSamples)
      throws IOException, InvalidSeriesException {
    return new JsonSeries(name, mostSamples).read(in);
  }

  private Series read(InputStream in) throws IOException, InvalidSeriesException {
    boolean whole = false;
    try (JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw fault("is no JSON array", null);
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        add(parser);
      }
      whole = true;
      if (parser.nextToken() != null) {
        throw fault("goes on after its array", null);
      }
    } catch (JsonEOFException e) {
      throw fault("ends within its array, after %,d values".formatted(count), e);
    } catch (StreamConstraintsException e) {
      throw fault("has a number of too many digits at index " + count, e);
    } catch (JsonProcessingException e) {
      // What the parser says is made for who configures it.
      throw whole
          ? fault("goes on after its array", e)
          : fault("is not JSON at index %d%s".formatted(count, place(e)), e);
    } catch (CharConversionException e) {
      throw fault("is not JSON at index %d: it is not UTF-8".formatted(count), e);
    }
    double[] all = Arrays.copyOf(values, count);
    FiniteValues.require(name, all);
    return new Series(name, all);
  }

  private static String place(JsonProcessingException fault) {
    JsonLocation place = fault.getLocation();
    return place == null
        ? ""
        : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
  }

  private void add(JsonParser parser) throws IOException, InvalidSeriesException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      throw new InvalidSeriesException(
          name, "has no value (null) at index " + count, "impute or remove missing values first");
    }
    if (token == null || !token.isNumeric()) {
      throw fault("has no number at index " + count, null);
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

  private InvalidSeriesException fault(String fault, @Nullable Exception cause) {
    return new InvalidSeriesException(name, fault, REMEDY, cause);
  }
}
