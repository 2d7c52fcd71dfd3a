// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.TrackedPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an order at the network, of which no sweep tells anything, is read by its id. */
final class Silence {

  /** No number waits 4 h for its way to the channel. */
  static final Duration UNTIL_SHIPPED = Duration.ofHours(3);

  /** When a parcel counts as late for which the channel names no date. */
  private static final Duration UNTIL_LATE = Duration.ofDays(10);

  private static final Duration WHILE_LATE = Duration.ofDays(1);

  /** A parcel that is so late is a matter for the carrier, and the channel has closed the order. */
  private static final Duration UNTIL_GIVEN_UP = Duration.ofDays(30);

  private Silence() {}

  /**
   * Returns when to read an order; {@code null} = not any more. Nobody waits for a number of an
   * order that has all of them, so that one is read when it is late.
   */
  static @Nullable Instant nextRead(RoutingRecord record, Instant now) {
    if (record.stateBehindReview() != RoutingState.SHIPPED) {
      return now.plus(UNTIL_SHIPPED);
    }
    Instant late = lateAt(record, now);
    if (now.isBefore(late)) {
      return late;
    }
    return now.isBefore(late.plus(UNTIL_GIVEN_UP)) ? now.plus(WHILE_LATE) : null;
  }

  /**
   * Returns whether the look soon after placing is still to come, and is wanted: the network may
   * give an order of a single item its own number within minutes, and tells of it in no list.
   */
  static boolean hasFirstLook(RoutingRecord record) {
    Instant dueAt = record.dueAt();
    PlacementIntent intent = record.intent();
    return record.items().size() == 1
        && dueAt != null
        && intent != null
        && dueAt.isBefore(intent.intendedAt().plus(UNTIL_SHIPPED));
  }

  private static Instant lateAt(RoutingRecord record, Instant now) {
    Instant deliverBy = record.deadlines().deliverBy();
    return deliverBy != null
        ? deliverBy
        : record.packages().stream()
            .map(TrackedPackage::confirmation)
            .map(TrackedPackage.Confirmation::at)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(now)
            .plus(UNTIL_LATE);
  }
}
