// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.error.ConfigurationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with a configuration, so that a person sees all of it at once. */
final class ConfigurationProblems {

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private final List<String> problems = new ArrayList<>();

  void add(String name, String problem) {
    problems.add(name + " " + problem);
  }

  /** Checks a text that becomes part of a header, form or signature. */
  void text(String name, String value) {
    if (value.isBlank()) {
      add(name, "must not be blank");
    } else if (!value.chars().allMatch(c -> c > ' ' && c <= '~')) {
      add(name, "must be printable ASCII without blanks");
    }
  }

  /**
   * Checks an address that secrets and buyer data go to: encrypted, or not leaving this machine.
   */
  void url(String name, URI url) {
    String host = url.getHost();
    if (host == null || url.getRawQuery() != null || url.getRawFragment() != null) {
      add(name, "must be an absolute URL without query");
    } else if (!"https".equals(url.getScheme())
        && !("http".equals(url.getScheme()) && LOOPBACK.matcher(host).matches())) {
      add(name, "must start with https:// (http:// is for this machine only)");
    } else if (url.getRawUserInfo() != null) {
      add(name, "must not contain a user");
    }
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }
}
