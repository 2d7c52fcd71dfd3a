// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.internal.RepairDesk;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.spi.SkuMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A repair of the order as it was when the review was asked for. */
final class ReviewRepair implements Repair {

  private static final int LONGEST_NAME = 100;

  private final Kind kind;
  private final String preview;
  private final ToIntFunction<String> action;

  private ReviewRepair(Kind kind, String preview, ToIntFunction<String> action) {
    this.kind = kind;
    this.preview = preview;
    this.action = action;
  }

  static List<Repair> withoutInput(RoutingRecord record, Set<Kind> offers, RepairDesk desk) {
    List<Repair> repairs = new ArrayList<>();
    for (Kind kind : offers) {
      switch (kind) {
        case TRY_AGAIN -> repairs.add(tryAgain(record, desk));
        case RELEASE -> repairs.add(release(record, desk));
        case SEND_AGAIN -> repairs.add(sendAgain(record, desk));
        case STOP -> repairs.add(stop(record, desk));
        case SKIP -> repairs.add(skip(record, desk));
        case MAP_SKU, CORRECT_ADDRESS, CORRECT_TRACKING, CANCEL -> {
          // Need input, so the review has a method for each.
        }
      }
    }
    return List.copyOf(repairs);
  }

  private static Repair tryAgain(RoutingRecord record, RepairDesk desk) {
    ReviewNote note = noteOf(record);
    boolean forAll = Offers.waitsForSku(note);
    String preview =
        "Order "
            + record.orderId()
            + goesOn(note)
            + " at once"
            + (forAll ? "; so is every other order whose SKUs are all mapped by now." : ".");
    Repair own = simple(record, Kind.TRY_AGAIN, preview, desk, () -> desk.settle(record));
    return forAll
        ? new ReviewRepair(Kind.TRY_AGAIN, preview, by -> own.apply(by) + desk.releaseMapped(by))
        : own;
  }

  private static Repair simple(
      RoutingRecord record,
      Kind kind,
      String preview,
      RepairDesk desk,
      Supplier<RoutingRecord.Builder> change) {
    return new ReviewRepair(
        kind,
        preview,
        by ->
            desk.save(record, change.get().decide(desk.decision(record, kind.name(), preview, by)))
                ? 1
                : 0);
  }

  private static ReviewNote noteOf(RoutingRecord record) {
    return Objects.requireNonNull(record.review());
  }

  private static RoutingRecord.Builder judgedAgain(RoutingRecord record, RepairDesk desk) {
    return record.toBuilder().state(RoutingState.RECEIVED).dueAt(desk.clock().instant());
  }

  private static String goesOn(ReviewNote note) {
    return switch (note.resumeAt()) {
      case RECEIVED, HELD -> " is read and judged again";
      case READY -> " is sent to the network again, under the same id,";
      case PLACING, CANCELLING -> " is looked up at the network again";
      case DELIVERED -> " is done: it was delivered meanwhile;";
      default -> " goes on with its tracking";
    };
  }

  private static Repair release(RoutingRecord record, RepairDesk desk) {
    ReviewNote note = noteOf(record);
    String rule = Objects.requireNonNull(note.facts().get(ReviewNote.RELEASABLE_RULE));
    if (note.code() == ReviewCode.WAREHOUSE_GUARD) {
      return simple(
          record,
          Kind.RELEASE,
          "The channel is told number "
              + note.facts().get("number")
              + " of order "
              + record.orderId()
              + " although it is not the network's own; it counts against the warehouse, which the"
              + " channel switches off at five.",
          desk,
          () -> desk.settle(record).release(rule));
    }
    return simple(
        record,
        Kind.RELEASE,
        "Order "
            + record.orderId()
            + " may go although the rule '"
            + rule
            + "' keeps it back; all other rules still count.",
        desk,
        () -> judgedAgain(record, desk).release(rule));
  }

  private static Repair sendAgain(RoutingRecord record, RepairDesk desk) {
    return simple(
        record,
        Kind.SEND_AGAIN,
        "What is not yet shipped of order "
            + record.orderId()
            + " is sent to the network again, as "
            + sentAgain(record, desk).build().fulfillmentOrderId()
            + (Offers.isDead(noteOf(record))
                ? "."
                : "; make sure first that the network ships nothing else for it."),
        desk,
        () -> sentAgain(record, desk));
  }

  private static RoutingRecord.Builder sentAgain(RoutingRecord record, RepairDesk desk) {
    return record.toBuilder()
        .lineItems(unshippedLineItems(record))
        .generation(record.generation() + 1)
        .intent(null)
        .cancel(null)
        .packages(record.packages().stream().filter(TrackedPackage::isShipped).toList())
        .reservedUntil(null)
        .state(RoutingState.READY)
        .dueAt(desk.clock().instant());
  }

  /** The units in no parcel that has a tracking number, whether the channel was told or not. */
  private static List<LineItem> unshippedLineItems(RoutingRecord record) {
    Set<LineItemId> shipped =
        record.packages().stream()
            .filter(TrackedPackage::isShipped)
            .flatMap(tracked -> tracked.lineItems().stream())
            .collect(Collectors.toSet());
    return record.lineItems().stream().filter(item -> !shipped.contains(item.id())).toList();
  }

  private static Repair stop(RoutingRecord record, RepairDesk desk) {
    String preview =
        "The network is asked to stop all of order "
            + record.orderId()
            + "; when it does, what the buyer still wants can be sent again under a new id.";
    return new ReviewRepair(
        Kind.STOP,
        preview,
        by ->
            desk.save(
                    record,
                    desk.stop(record, by)
                        .decide(desk.decision(record, Kind.STOP.name(), preview, by)))
                ? 1
                : 0);
  }

  private static Repair skip(RoutingRecord record, RepairDesk desk) {
    String preview =
        record.intent() == null
            ? "Order "
                + record.orderId()
                + " is never sent to the network; ship or cancel it by other means."
            : "The router does nothing more for order "
                + record.orderId()
                + " and does not stop the network, which may have it as "
                + record.fulfillmentOrderId()
                + "; cancel it or confirm its parcels by other means.";
    return simple(
        record, Kind.SKIP, preview, desk, () -> record.toBuilder().skip(SkipReason.BY_PERSON));
  }

  static Repair mapSku(
      RoutingRecord record, String sku, List<SkuMapper.Component> components, RepairDesk desk) {
    if (components.isEmpty()) {
      throw new IllegalArgumentException("a mapping needs at least one component");
    }
    List<SkuMapper.Component> copy = List.copyOf(components);
    ChannelSku unmapped =
        desk.unmapped(record).stream()
            .filter(candidate -> is(candidate, sku))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "order " + record.orderId() + " does not wait for SKU " + sku));
    String meaning =
        copy.stream()
            .map(component -> component.units() + " x " + component.msku())
            .collect(Collectors.joining(" + "));
    return new ReviewRepair(
        Kind.MAP_SKU,
        "One unit of SKU "
            + sku
            + " is mapped to "
            + meaning
            + "; every order that waits for no other SKU goes on.",
        by -> desk.map(unmapped, copy, by));
  }

  private static boolean is(ChannelSku candidate, String sku) {
    SellerSku sellerSku = candidate.sellerSku();
    return candidate.id().value().equals(sku)
        || (sellerSku != null && sellerSku.value().equals(sku));
  }

  static Repair correctAddress(RoutingRecord record, Address address, RepairDesk desk) {
    List<String> problems = desk.problemsOf(record, address);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the address cannot be used: " + String.join(" ", problems));
    }
    boolean stopped = RepairDesk.isStopped(record);
    String preview =
        "Order "
            + record.orderId()
            + " ships to the address entered instead of the channel's"
            + (stopped ? ", under a new id." : ".");
    return new ReviewRepair(
        Kind.CORRECT_ADDRESS,
        preview,
        by -> {
          RoutingRecord.Builder change =
              stopped ? sentAgain(record, desk) : judgedAgain(record, desk);
          change.decide(desk.decision(record, Kind.CORRECT_ADDRESS.name(), preview, by));
          return desk.correct(record, change, address) ? 1 : 0;
        });
  }

  static Repair correctTracking(
      RoutingRecord record, TrackingNumber old, TrackingNumber number, RepairDesk desk) {
    RoutingRecord.Builder change = desk.correctTracking(record, old, number);
    return simple(
        record,
        Kind.CORRECT_TRACKING,
        "The channel is given number "
            + number
            + " instead of "
            + old
            + " for a parcel of order "
            + record.orderId()
            + ", which it allows once for an order.",
        desk,
        () -> change);
  }

  static Repair cancel(RoutingRecord record, CancelReason reason, RepairDesk desk) {
    String preview =
        "Order "
            + record.orderId()
            + " is cancelled at the channel for "
            + reason
            + ", and the buyer is told"
            + (reason == CancelReason.OUT_OF_STOCK
                ? "; the channel sets the stock of its SKUs to zero."
                : ".");
    return new ReviewRepair(Kind.CANCEL, preview, by -> desk.cancel(record, reason, by) ? 1 : 0);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String preview() {
    return preview;
  }

  @Override
  public int apply(String by) {
    requireName(by);
    return action.applyAsInt(by);
  }

  /** Checks the name of a person who decides. */
  static void requireName(String by) {
    if (by.isBlank() || by.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "by must say who decides, in at most " + LONGEST_NAME + " characters");
    }
  }

  @Override
  public String toString() {
    return kind + ": " + preview;
  }
}
