// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that decides about an order.
 *
 * @param name its code, in the order's story
 * @param source what says so
 * @param judge the rule itself
 */
public record Rule(String name, String source, Judge judge) {

  /** Looks at an order. */
  @FunctionalInterface
  public interface Judge {

    /** Returns what the rule says; {@code null} when it has nothing to say. */
    @Nullable Verdict judge(Order order, Instant now);
  }
}
