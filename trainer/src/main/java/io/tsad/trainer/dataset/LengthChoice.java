package io.tsad.trainer.dataset;

import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many samples a model should look at where nobody says it: as many as the series have. Where
 * they differ, as many as the shortest has, so that none is left out; with padding, as many as the
 * longest has, so that none is cut. A series that is unlike the others in this decides nothing:
 * then it must be said.
 *
 * @param rule the length, and whether shorter series are padded to it
 * @param reason one line for people; empty where nothing was chosen
 */
public record LengthChoice(LengthRule rule, Optional<String> reason) {
  /** The shortest series decides if it has at least this share of the median of lengths. */
  private static final double LEAST = 0.5;

  /** The longest decides if it has at most so many times the median. */
  private static final int MOST = 10;

  /** Where no series can be read, none is too short. */
  private static final LengthRule ANY = new LengthRule(3653, true);

  /** What somebody said. */
  public static LengthChoice given(LengthRule rule) {
    return new LengthChoice(rule, Optional.empty());
  }

  private record Length(SeriesFile file, int samples) {}

  /**
   * Looks at the headers of all series; the samples are not read, and files that do not begin like
   * a series pass: reading them says what is wrong.
   *
   * @param pad whether shorter series are padded
   * @throws InvalidDatasetException if the series differ too much
   */
  public static LengthChoice of(DatasetFiles files, boolean pad) throws InvalidDatasetException {
    List<Length> lengths =
        files.all().parallelStream()
            .flatMap(LengthChoice::length)
            .sorted(Comparator.comparingInt(Length::samples))
            .toList();
    if (lengths.isEmpty()) {
      return given(ANY);
    }
    Length shortest = lengths.get(0);
    Length longest = lengths.get(lengths.size() - 1);
    int median = lengths.get(lengths.size() / 2).samples();
    if (!pad && shortest.samples() < LEAST * median) {
      throw new InvalidDatasetException(
          files.root().toString(),
          "has series of %s, most of %,d or more".formatted(extreme(shortest), median),
          "pass --length N to use the first N samples of each, or --pad to pad shorter ones, or"
              + " remove what is too short");
    }
    if (pad && longest.samples() > (long) MOST * median) {
      throw new InvalidDatasetException(
          files.root().toString(),
          "has series of %s, most of %,d or fewer".formatted(extreme(longest), median),
          "pass --length N to pad shorter ones to and to cut longer ones to, or remove what is too"
              + " long");
    }
    int chosen = (pad ? longest : shortest).samples();
    return new LengthChoice(
        new LengthRule(chosen, pad),
        Optional.of("Length: " + reason(shortest.samples(), longest.samples(), pad)));
  }

  private static Stream<Length> length(SeriesFile file) {
    if (!Files.isRegularFile(file.path())) {
      return Stream.empty(); // A pipe would wait for somebody to write.
    }
    try {
      return Stream.of(new Length(file, NpyReader.samples(file.path())));
    } catch (InvalidSeriesException unreadable) {
      return Stream.empty(); // Reading it says why.
    }
  }

  private static String extreme(Length length) {
    return "%s, such as %s".formatted(samples(length.samples()), length.file().name());
  }

  private static String samples(int count) {
    return "%,d sample%s".formatted(count, count == 1 ? "" : "s");
  }

  private static String reason(int shortest, int longest, boolean pad) {
    if (shortest == longest) {
      return samples(shortest) + ", as all series have";
    }
    return pad
        ? "%s, as the longest series has; shorter ones, from %,d on, are padded"
            .formatted(samples(longest), shortest)
        : "%s, as the shortest series has; longer ones, up to %,d, are cut"
            .formatted(samples(shortest), longest);
  }
}
