package io.tsad.dashboard.models;

import io.tsad.dashboard.models.Shelf.By;
import io.tsad.dashboard.models.Shelf.Chosen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds one folder a model, as it is on disk.
 *
 * @param root the folder
 * @param configured name of the model that is to serve, or empty
 */
record ModelFolders(Path root, String configured) {
  private static final String CURRENT = "current";

  /** The stamps of all model folders, by name; hidden ones are not looked at. */
  Map<String, FolderStamp> stamps() throws IOException {
    Map<String, FolderStamp> stamps = new TreeMap<>();
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".") || isCurrentLink(entry)) {
          continue;
        }
        FolderStamp stamp = FolderStamp.of(entry);
        if (stamp != null) {
          stamps.put(name, stamp);
        }
      }
    }
    return stamps;
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  /** The configured model, or where {@code current} leads, or null. */
  @Nullable Chosen chosen() {
    if (!configured.isEmpty()) {
      return new Chosen(configured, By.SETTING);
    }
    String linked = linked();
    return linked == null ? null : new Chosen(linked, By.LINK);
  }

  private @Nullable String linked() {
    Path current = root.resolve(CURRENT);
    try {
      if (Files.isSymbolicLink(current)) {
        return String.valueOf(Files.readSymbolicLink(current).getFileName());
      }
    } catch (IOException e) {
      return CURRENT; // a link that cannot be read chooses nothing else
    }
    return Files.isDirectory(current) ? CURRENT : null;
  }

  private static boolean isCurrentLink(Path entry) {
    return entry.getFileName().toString().equals(CURRENT) && Files.isSymbolicLink(entry);
  }
}
