// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.internal.RoutingEngine;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for a person.
 *
 * @param orderId the order
 * @param note what happened and what to do
 * @param deadline the channel's earliest clock; {@code null} when it names none
 * @param repairs what may be done about it
 */
public record Review(
    OrderId orderId, ReviewNote note, @Nullable Instant deadline, List<Repair> repairs) {

  /** Copies the list. */
  public Review {
    repairs = List.copyOf(repairs);
  }

  static Review of(RoutingRecord record, RoutingEngine engine, Clock clock) {
    return new Review(
        record.orderId(),
        Objects.requireNonNull(record.review()),
        record.deadlines().earliest(),
        ReviewRepair.offeredFor(record, engine, clock));
  }
}
