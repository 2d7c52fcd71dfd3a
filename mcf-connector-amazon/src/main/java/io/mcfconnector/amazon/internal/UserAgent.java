// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

/**
 * The user agent that Amazon requires, such as {@code Shop/1.2 (Language=Java/17; Platform=Linux)}.
 * Its own signs inside a value are escaped.
 *
 * @param application name of the application
 * @param version its version
 * @param java version of Java
 * @param platform name of the operating system
 */
public record UserAgent(String application, String version, String java, String platform) {

  /** Amazon rejects a longer one. */
  public static final int LONGEST = 500;

  /** Returns the user agent of an application on this machine. */
  public static UserAgent of(String application, String version) {
    return new UserAgent(
        application,
        version,
        System.getProperty("java.version", "17"),
        System.getProperty("os.name", "unknown"));
  }

  /** Returns the user agent of hosts that give none. */
  public static UserAgent ofLibrary() {
    String version = UserAgent.class.getPackage().getImplementationVersion();
    return of("mcf-connector", version == null ? "dev" : version);
  }

  /** Returns the value of the header. */
  public String header() {
    return escaped(application)
        + "/"
        + escaped(version)
        + " (Language=Java/"
        + escaped(java)
        + "; Platform="
        + escaped(platform)
        + ")";
  }

  private static String escaped(String value) {
    return value.replaceAll("[/\\\\()=;]", "\\\\$0").replaceAll("[^ -~]", "?");
  }
}
