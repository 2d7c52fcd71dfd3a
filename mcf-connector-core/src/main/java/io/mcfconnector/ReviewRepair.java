// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.internal.RoutingEngine;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackedPackage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A repair of the order as it was when the reviews were listed. */
final class ReviewRepair implements Repair {

  private final RoutingRecord record;
  private final ReviewNote note;
  private final Kind kind;
  private final RoutingEngine engine;
  private final Clock clock;

  private ReviewRepair(RoutingRecord record, Kind kind, RoutingEngine engine, Clock clock) {
    this.record = record;
    this.note = Objects.requireNonNull(record.review());
    this.kind = kind;
    this.engine = engine;
    this.clock = clock;
  }

  static List<Repair> offeredFor(RoutingRecord record, RoutingEngine engine, Clock clock) {
    ReviewNote note = Objects.requireNonNull(record.review());
    List<Kind> kinds = new ArrayList<>();
    if (!isDead(note.code())) {
      kinds.add(Kind.TRY_AGAIN);
    }
    if (isDead(note.code()) || isIdUnusable(note)) {
      kinds.add(Kind.SEND_AGAIN);
    }
    kinds.add(Kind.SKIP);
    return kinds.stream()
        .<Repair>map(kind -> new ReviewRepair(record, kind, engine, clock))
        .toList();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String preview() {
    return switch (kind) {
      case TRY_AGAIN -> "Order " + record.orderId() + goesOn() + " at once.";
      case SEND_AGAIN ->
          "What is not yet shipped of order "
              + record.orderId()
              + " is sent to the network again, as "
              + sentAgain().build().fulfillmentOrderId()
              + (isDead(note.code())
                  ? "."
                  : "; make sure first that the network ships nothing else for it.");
      case SKIP -> previewOfSkip();
    };
  }

  private String previewOfSkip() {
    return record.intent() == null
        ? "Order "
            + record.orderId()
            + " is never sent to the network; ship or cancel it by other means."
        : "The router does nothing more for order "
            + record.orderId()
            + " and does not stop the network, which may have it as "
            + record.fulfillmentOrderId()
            + "; cancel it or confirm its parcels by other means.";
  }

  private String goesOn() {
    return switch (note.resumeAt()) {
      case RECEIVED, HELD -> " is read and judged again";
      case READY -> " is sent to the network again, under the same id,";
      case PLACING, CANCELLING -> " is looked up at the network again";
      default -> " goes on with its tracking";
    };
  }

  @Override
  public boolean apply() {
    RoutingRecord.Builder change =
        switch (kind) {
          case TRY_AGAIN -> record.toBuilder().state(note.resumeAt()).dueAt(clock.instant());
          case SEND_AGAIN -> sentAgain();
          case SKIP -> record.toBuilder().skip(SkipReason.BY_PERSON);
        };
    Instant now = clock.instant();
    return engine.repair(
        record,
        change.decide(
            new Decision(
                now, "repair", kind.name(), preview(), Map.of("review", note.code().name()))));
  }

  private RoutingRecord.Builder sentAgain() {
    return record.toBuilder()
        .lineItems(unshippedLineItems())
        .generation(record.generation() + 1)
        .intent(null)
        .packages(List.of())
        .reservedUntil(null)
        .state(RoutingState.READY)
        .dueAt(clock.instant());
  }

  /** The units in no parcel that has a tracking number, whether the channel was told or not. */
  private List<LineItem> unshippedLineItems() {
    Set<LineItemId> shipped =
        record.packages().stream()
            .filter(ReviewRepair::isShipped)
            .flatMap(tracked -> tracked.lineItems().stream())
            .collect(Collectors.toSet());
    return record.lineItems().stream().filter(item -> !shipped.contains(item.id())).toList();
  }

  private static boolean isShipped(TrackedPackage tracked) {
    return tracked.parcel().trackingNumber() != null
        || tracked.confirmation().verdict() != TrackedPackage.Verdict.OPEN;
  }

  /**
   * Returns whether only a person can tell what became of the id: another order has it, or an order
   * that was placed under it is gone.
   */
  private static boolean isIdUnusable(ReviewNote note) {
    return note.code() == ReviewCode.CREATE_CONFLICT
        || (note.code() == ReviewCode.CREATE_UNCERTAIN
            && (note.resumeAt() == RoutingState.PLACED
                || note.resumeAt() == RoutingState.SHIPPING));
  }

  /** After these the network will never ship under the old id. */
  private static boolean isDead(ReviewCode code) {
    return code == ReviewCode.AMAZON_CANCELLED
        || code == ReviewCode.AMAZON_INVALID
        || code == ReviewCode.AMAZON_UNFULFILLABLE;
  }
}
