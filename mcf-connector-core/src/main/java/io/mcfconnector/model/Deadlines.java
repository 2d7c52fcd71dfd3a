// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sales channel's own clocks of one order, copied and never computed. Each may be absent.
 *
 * @param shipBy to be confirmed as shipped by then, else it counts as late
 * @param collectBy first carrier scan by then, else it counts as late
 * @param cancelledAt the channel cancels the order by itself when it is not shipped by then
 * @param deliverBy should be delivered by then
 */
public record Deadlines(
    @Nullable Instant shipBy,
    @Nullable Instant collectBy,
    @Nullable Instant cancelledAt,
    @Nullable Instant deliverBy) {

  /** An order without clocks. */
  public static final Deadlines NONE = new Deadlines(null, null, null, null);

  /** Returns the earliest clock that runs until the order is shipped; {@code null} without one. */
  public @Nullable Instant earliest() {
    return Stream.of(shipBy, collectBy, cancelledAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
