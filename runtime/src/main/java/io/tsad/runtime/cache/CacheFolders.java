package io.tsad.runtime.cache;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where copies may be kept.
 *
 * @param folders in the order in which one is chosen to write to; empty where caching is forbidden
 * @param besideModel whether the model's own folder comes after them
 */
record CacheFolders(List<Path> folders, boolean besideModel) {
  /** Names a folder for everything tsad caches; {@value #OFF} forbids caching. */
  private static final String VARIABLE = "TSAD_CACHE";

  private static final String OFF = "off";

  /**
   * As the environment says: {@code $TSAD_CACHE}, or else the user's cache ({@code
   * $XDG_CACHE_HOME/tsad} or {@code ~/.cache/tsad}) and then the model's folder.
   */
  static CacheFolders of(Map<String, String> environment) {
    try {
      return named(environment);
    } catch (InvalidPathException e) {
      return new CacheFolders(List.of(), true); // a name the locale's encoding cannot hold
    }
  }

  private static CacheFolders named(Map<String, String> environment) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    if (!chosen.isEmpty()) {
      return chosen.equals(OFF)
          ? new CacheFolders(List.of(), false)
          : new CacheFolders(List.of(Path.of(chosen)), false);
    }
    List<Path> folders = new ArrayList<>();
    Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    Path home = Path.of(environment.getOrDefault("HOME", ""));
    if (cache.isAbsolute()) { // the XDG specification says to ignore others
      folders.add(cache.resolve("tsad"));
    } else if (home.isAbsolute()) {
      folders.add(home.resolve(".cache").resolve("tsad"));
    }
    return new CacheFolders(folders, true);
  }

  /** The folders for a copy of {@code model}, in order. */
  List<Path> of(Path model) {
    List<Path> all = new ArrayList<>(folders);
    Path parent = model.getParent();
    if (besideModel && parent != null) {
      all.add(parent);
    }
    return all;
  }
}
