package io.tsad.runtime.command;

import picocli.CommandLine;

/** Answers {@code --version} from the jar's manifest. */
public final class Version implements CommandLine.IVersionProvider {
  /** The version of the tsad jar in use; {@code development} when run from class folders. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"tsad " + current()};
  }
}
