package io.tsad.runtime.infer;

import io.tsad.runtime.FileName;
import io.tsad.runtime.FileReason;
import io.tsad.runtime.cli.PathConverter;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model to use where none is named: the one the environment names, then {@code
 * models/current}, then the only folder in {@code models/}.
 *
 * @param named from the environment, or null
 * @param folders the {@code models} folders to look in, in this order
 */
record ModelFinder(@Nullable String named, List<Path> folders) {
  /**
   * Looks in the working directory, then in the installation.
   *
   * @param named value of {@code $TSAD_MODEL}, or null
   * @param home folder of the installation, or null
   */
  static ModelFinder of(@Nullable String named, @Nullable String home) {
    List<Path> folders = new ArrayList<>(List.of(Path.of("models")));
    if (home != null && PathConverter.isPath(home)) {
      folders.add(Path.of(home, "models"));
    }
    return new ModelFinder(named == null || named.isEmpty() ? null : named, folders);
  }

  Path find() throws InvalidModelException {
    if (named != null) {
      return named(named);
    }
    for (Path folder : folders) {
      Path current = folder.resolve("current");
      // A link that leads nowhere is a fault to tell of, not a reason to take another model.
      if (Files.isDirectory(current) || Files.isSymbolicLink(current)) {
        return current;
      }
      List<Path> models = modelsIn(folder);
      if (models.size() == 1) {
        return models.get(0);
      }
      if (models.size() > 1) {
        throw new InvalidModelException(
            folder.toString(),
            "holds %d models".formatted(models.size()),
            "choose one with --model, $TSAD_MODEL or a link models/current");
      }
    }
    throw new InvalidModelException(
        folders.get(0).toString(),
        "no model here",
        "name one with --model or $TSAD_MODEL, or train one with tsad-train");
  }

  private static Path named(String text) throws InvalidModelException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InvalidModelException(
          "$TSAD_MODEL " + text,
          "is a name the locale's encoding cannot hold",
          PathConverter.REMEDY,
          e);
    }
  }

  private static List<Path> modelsIn(Path folder) throws InvalidModelException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .filter(entry -> Files.isRegularFile(new ModelFolder(entry).model()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidModelException(
          FileName.of(folder), "cannot be listed: " + FileReason.of(e), "check its permissions", e);
    }
  }

  /** What results call a model: its folder's name, or its file's; of a link, where it leads. */
  static String nameOf(Path model) {
    Path absolute = real(model);
    Path name = absolute.getFileName();
    Path folder = absolute.getParent() == null ? null : absolute.getParent().getFileName();
    if (name != null && folder != null && name.equals(new ModelFolder(Path.of("")).model())) {
      return folder.toString();
    }
    if (name != null && folder != null && name.toString().equals(ModelFolder.HALF)) {
      return folder + "/" + name;
    }
    return String.valueOf(name);
  }

  private static Path real(Path model) {
    try {
      return model.toRealPath();
    } catch (IOException e) {
      return model.toAbsolutePath().normalize();
    }
  }
}
