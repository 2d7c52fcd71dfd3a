// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import io.mcfconnector.error.ConfigurationException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Properties under the names of the variables that the clients know and check; what is wrong with
 * them is told under the names of the properties. Prints nothing of them.
 */
final class Variables {

  /** Longest name first, so that no name is taken for the begin of another. */
  private final Map<String, String> values =
      new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));

  Variables put(String variable, @Nullable String value) {
    values.put(variable, value == null ? "" : value);
    return this;
  }

  /**
   * Hands the variables to a client's builder.
   *
   * @throws ConfigurationException that names properties
   */
  <T> T to(Function<Map<String, String>, T> client) {
    try {
      return client.apply(Map.copyOf(values));
    } catch (ConfigurationException e) {
      throw new ConfigurationException(e.problems().stream().map(this::inProperties).toList());
    }
  }

  private String inProperties(String problem) {
    String told = problem;
    for (String variable : values.keySet()) {
      told = told.replace(variable, propertyOf(variable));
    }
    return told;
  }

  /** {@code TIKTOK_APP_KEY} is {@code mcf.tiktok.app-key}. */
  private static String propertyOf(String variable) {
    return "mcf." + variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }
}
