package io.tsad.runtime.detect.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryPathTest {
  @TempDir Path root;

  private List<String> folders(String variable) {
    return LibraryPath.of(Map.of("LD_LIBRARY_PATH", variable), root).folders().stream()
        .map(folder -> "/" + root.relativize(folder))
        .toList();
  }

  private void write(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void theVariableComesFirstThenTheConfigurationThenTheDefaults() throws Exception {
    write("etc/ld.so.conf", "# local\n/opt/first # and why\n\ninclude /etc/ld.so.conf.d/*.conf\n");
    write("etc/ld.so.conf.d/b.conf", "/usr/local/cuda/lib64\nhwcap 1 nosegneg\n");
    write("etc/ld.so.conf.d/a.conf", "/usr/lib/x86_64-linux-gnu\n");
    write("etc/ld.so.conf.d/ignored", "/ignored\n");
    assertEquals(
        List.of(
            "/home/me/lib",
            "/opt/mine",
            "/opt/first",
            "/usr/lib/x86_64-linux-gnu",
            "/usr/local/cuda/lib64",
            "/lib64",
            "/usr/lib64",
            "/lib",
            "/usr/lib"),
        folders("/home/me/lib::/opt/mine"));
  }

  @Test
  void aConfigurationMayIncludeByARelativeNameAndEvenItself() throws Exception {
    write("etc/ld.so.conf", "include ld.so.conf.d/*.conf\ninclude /etc/ld.so.conf\n/opt\n");
    write("etc/ld.so.conf.d/a.conf", "/a\ninclude nowhere/*.conf\n");
    assertEquals(List.of("/a", "/opt"), folders("").subList(0, 2));
  }

  @Test
  void aHostWithoutConfigurationHasTheDefaults() {
    assertEquals(List.of("/lib64", "/usr/lib64", "/lib", "/usr/lib"), folders(""));
  }

  @Test
  void aLibraryIsFoundInTheFirstFolderThatHasIt() throws Exception {
    write("opt/b/libx.so.1", "");
    write("opt/c/libx.so.1", "");
    LibraryPath path = LibraryPath.of(Map.of("LD_LIBRARY_PATH", "/opt/a:/opt/b:/opt/c"), root);
    assertEquals(Optional.of(root.resolve("opt/b/libx.so.1")), path.find("libx.so.1"));
    assertEquals(Optional.empty(), path.find("libx.so"));
  }
}
