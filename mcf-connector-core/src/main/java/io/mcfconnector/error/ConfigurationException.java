// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.error;

import java.util.List;

/** The configuration cannot work; lists every problem at once. Nothing was started. */
public final class ConfigurationException extends ConnectorException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // The lists of List.copyOf are serializable.
  private final List<String> problems;

  /** Creates an exception from all problems, each naming its property or variable. */
  public ConfigurationException(List<String> problems) {
    super("Configuration cannot work:" + bullets(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems, each naming its property or variable. */
  public List<String> problems() {
    return problems;
  }

  private static String bullets(List<String> problems) {
    StringBuilder text = new StringBuilder();
    problems.forEach(problem -> text.append("\n  - ").append(problem));
    return text.toString();
  }
}
