package io.tsad.dashboard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A library for browsers that lies on the classpath; its version is part of its address. */
record WebJar(String name, String version) {
  /**
   * The one of this name.
   *
   * @throws IllegalStateException if it is not on the classpath
   */
  static WebJar find(String name) {
    String resource = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = WebJar.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("No WebJar of " + name + " on the classpath");
      }
      Properties properties = new Properties();
      properties.load(in);
      return new WebJar(name, properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where {@code file} of it is served. */
  String path(String file) {
    return "/webjars/" + name + "/" + version + "/" + file;
  }
}
