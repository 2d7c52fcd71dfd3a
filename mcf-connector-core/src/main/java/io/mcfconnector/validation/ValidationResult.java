// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import java.util.List;

/**
 * Everything that forbids to ship an order.
 *
 * @param violations all reasons, in a fixed order; empty when the order may be shipped
 */
public record ValidationResult(List<Violation> violations) {

  /** Copies the list. */
  public ValidationResult {
    violations = List.copyOf(violations);
  }

  /** Returns whether nothing forbids to ship the order. */
  public boolean isValid() {
    return violations.isEmpty();
  }
}
