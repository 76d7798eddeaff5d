package io.tsad.dataset.folder;

import io.tsad.runtime.series.DatasetLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a data folder, before any series is opened. Hidden files and the {@code mask} tree
 * are left out.
 *
 * @param root the data folder, as the user wrote it
 * @param classes the two class names, in sorted order
 * @param train the series to learn from, in name order
 * @param val the series to judge by, in name order
 * @param ignored files and folders in {@code train} and {@code val} that are no series, by name
 * @param skipped pipes, sockets and devices that are called like a series: reading one could wait
 *     for ever
 */
public record DatasetFiles(
    Path root,
    List<String> classes,
    List<SeriesFile> train,
    List<SeriesFile> val,
    List<String> ignored,
    List<Path> skipped) {
  /** What a shell takes as it is. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.+-]+");

  public DatasetFiles {
    classes = List.copyOf(classes);
    train = List.copyOf(train);
    val = List.copyOf(val);
    ignored = List.copyOf(ignored);
    skipped = List.copyOf(skipped);
  }

  /**
   * Lists {@code root}.
   *
   * @throws InvalidDatasetException if it is not a folder with {@code train} and {@code val}, each
   *     holding the same two class folders with at least one {@code .npy} file in each
   */
  public static DatasetFiles list(Path root) throws InvalidDatasetException {
    if (!Files.isDirectory(root)) {
      throw new InvalidDatasetException(
          root.toString(),
          Files.exists(root) ? "is not a folder" : "no such folder",
          "name the folder that holds train/<class>/*.npy and val/<class>/*.npy");
    }
    SplitFiles train = SplitFiles.list(root, DatasetLayout.TRAIN);
    SplitFiles val = SplitFiles.list(root, DatasetLayout.VAL);
    if (!train.classes().equals(val.classes())) {
      throw new InvalidDatasetException(
          root.toString(),
          "has classes %s in train but %s in val"
              .formatted(
                  String.join(" and ", train.classes()), String.join(" and ", val.classes())),
          "give both the same two class folders");
    }
    return new DatasetFiles(
        root,
        train.classes(),
        train.series(),
        val.series(),
        Stream.concat(train.ignored().stream(), val.ignored().stream()).toList(),
        Stream.concat(train.skipped().stream(), val.skipped().stream()).toList());
  }

  /** The series of both splits, in name order. */
  public List<SeriesFile> all() {
    return Stream.concat(train.stream(), val.stream()).toList();
  }

  /** Whether training needs to be told which class stands for <em>anomaly</em>. */
  public boolean needsPositive() {
    return !classes.contains(DatasetLayout.ANOMALY);
  }

  /** The options that would be right in a shell, such as {@code --positive 0 or --positive 1}. */
  public String positiveOptions() {
    return classes.stream()
        .map(name -> "--positive " + (PLAIN.matcher(name).matches() ? name : quoted(name)))
        .collect(Collectors.joining(" or "));
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "'\\''") + "'";
  }

  /**
   * The label of the class that stands for <em>anomaly</em>.
   *
   * @param positive its name; null for {@code anomaly}
   * @throws InvalidDatasetException if there is no such class
   */
  public int positive(@Nullable String positive) throws InvalidDatasetException {
    String name = positive == null ? DatasetLayout.ANOMALY : positive;
    int label = classes.indexOf(name);
    if (label < 0) {
      throw new InvalidDatasetException(
          root.toString(),
          "has no class '%s', its classes are %s".formatted(name, String.join(" and ", classes)),
          "say which one is the anomaly with " + positiveOptions());
    }
    return label;
  }
}
