// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The durable truth about one order. Holds no buyer data: of the destination only a fingerprint.
 *
 * @param channel code of the sales channel, such as {@code TTS}
 * @param shop the shop that sold it
 * @param orderId the buyer's order
 * @param version counts the saves; the store compares it before each save
 * @param state where the order is on its way
 * @param dueAt when its duty shall look at it; {@code null} = not by itself
 * @param receivedAt when the router first saw it
 * @param orderedAt when the buyer ordered
 * @param channelUpdatedAt the channel's time of the last change the router has seen
 * @param networkUpdatedAt the network's time of the last change the router has applied
 * @param deadlines the channel's clocks
 * @param deliveryOptionId key to the channel's shipping providers
 * @param lineItems the units the router ships
 * @param destination fingerprint of the destination judged last
 * @param items what the network shall ship; empty until every SKU is mapped
 * @param reservedUntil end of the stock reservation; {@code null} = until placed
 * @param generation counts the fulfillment orders a person allowed; starts at 1
 * @param adopted a fulfillment order of another tool that stands in for ours; absent when none does
 * @param intent the latest create, saved before it was sent, or what an adopted order holds
 * @param attempts failures in a row of the current step
 * @param packages its parcels in the order they were first seen
 * @param cancel why it is being stopped, or was; absent when nobody wanted to
 * @param skipReason why it is not ours
 * @param review why it waits for a person
 * @param correctedFrom the channel's destination that a person's correction, kept in the store,
 *     stands in for; {@code null} = none does
 * @param released the rules that a person lets the order pass
 * @param decisions its story, oldest first
 */
public record RoutingRecord(
    String channel,
    ShopId shop,
    OrderId orderId,
    long version,
    RoutingState state,
    @Nullable Instant dueAt,
    Instant receivedAt,
    Instant orderedAt,
    Instant channelUpdatedAt,
    Instant networkUpdatedAt,
    Deadlines deadlines,
    @Nullable String deliveryOptionId,
    List<LineItem> lineItems,
    @Nullable AddressFingerprint destination,
    List<FulfillmentOrderItem> items,
    @Nullable Instant reservedUntil,
    int generation,
    @Nullable Adoption adopted,
    @Nullable PlacementIntent intent,
    int attempts,
    List<TrackedPackage> packages,
    @Nullable CancelIntent cancel,
    @Nullable SkipReason skipReason,
    @Nullable ReviewNote review,
    @Nullable AddressFingerprint correctedFrom,
    Set<String> released,
    List<Decision> decisions) {

  /** Copies the lists and the set. */
  public RoutingRecord {
    lineItems = List.copyOf(lineItems);
    items = List.copyOf(items);
    packages = List.copyOf(packages);
    released = Set.copyOf(released);
    decisions = List.copyOf(decisions);
  }

  /** Returns a builder for a record that was never saved. */
  public static Builder builder(String channel, ShopId shop, OrderId orderId) {
    return new Builder(channel, shop, orderId);
  }

  /** Returns a builder that starts with this record. */
  public Builder toBuilder() {
    Builder builder = new Builder(channel, shop, orderId);
    builder.version = version;
    builder.state = state;
    builder.dueAt = dueAt;
    builder.receivedAt = receivedAt;
    builder.orderedAt = orderedAt;
    builder.channelUpdatedAt = channelUpdatedAt;
    builder.networkUpdatedAt = networkUpdatedAt;
    builder.deadlines = deadlines;
    builder.deliveryOptionId = deliveryOptionId;
    builder.lineItems = lineItems;
    builder.destination = destination;
    builder.items = items;
    builder.reservedUntil = reservedUntil;
    builder.generation = generation;
    builder.adopted = adopted;
    builder.intent = intent;
    builder.attempts = attempts;
    builder.packages = packages;
    builder.cancel = cancel;
    builder.skipReason = skipReason;
    builder.review = review;
    builder.correctedFrom = correctedFrom;
    builder.released = released;
    builder.decisions = decisions;
    return builder;
  }

  /** Returns the id that the order has, or would have, at the network. */
  public FulfillmentOrderId fulfillmentOrderId() {
    return fulfillmentOrderId(generation);
  }

  private FulfillmentOrderId fulfillmentOrderId(int which) {
    return adopted != null && adopted.generation() == which
        ? adopted.id()
        : FulfillmentOrderId.of(channel, orderId, which);
  }

  /** Returns which of the order's fulfillment orders has this id; empty when none. */
  public OptionalInt generationOf(FulfillmentOrderId id) {
    return IntStream.rangeClosed(1, generation)
        .filter(one -> fulfillmentOrderId(one).equals(id))
        .findFirst();
  }

  /** Returns where the order is on its way, whether it waits for a person there or not. */
  public RoutingState stateBehindReview() {
    return review == null ? state : review.resumeAt();
  }

  /**
   * Returns the duty that serves this record when it is due; {@code null} when only a person or a
   * change at the channel can move it. The parcels of an order in review are served like those of
   * any other.
   */
  public @Nullable Duty duty() {
    RoutingState at = stateBehindReview();
    if (at.isTracked()) {
      return packages.stream().anyMatch(TrackedPackage::awaitsConfirmation)
          ? Duty.CONFIRM
          : Duty.SWEEP;
    }
    return switch (state) {
      case RECEIVED, HELD -> Duty.INTAKE;
      case READY, PLACING, CANCELLING -> Duty.PLACE;
      case PLACED, SHIPPING, SHIPPED, DELIVERED, CANCELLED, SKIPPED, REVIEW -> null;
    };
  }

  /**
   * Returns the units to withhold from sale for this order: those that the network's count does not
   * contain yet.
   */
  public Map<Msku, Integer> reservation(Instant now) {
    boolean settled = reservedUntil != null && !now.isBefore(reservedUntil);
    return state.isEnd() || settled ? Map.of() : units();
  }

  /**
   * Returns whether the store's destination is still needed: a create that was sent may have to be
   * repeated with the one it carried, or one that a person corrected was not sent yet.
   */
  public boolean needsDestination() {
    RoutingState at = stateBehindReview();
    return (intent != null || correctedFrom != null)
        && (at.isBeforePlacing() || at == RoutingState.PLACING);
  }

  /** Returns what the network shall ship, by SKU. */
  public Map<Msku, Integer> units() {
    Map<Msku, Integer> units = new HashMap<>();
    items.forEach(item -> units.merge(item.msku(), item.quantity(), Integer::sum));
    return units;
  }

  /** Returns the units that the channel has tracking for. */
  public Set<LineItemId> confirmedLineItems() {
    Set<LineItemId> confirmed = new HashSet<>();
    for (TrackedPackage tracked : packages) {
      if (tracked.confirmation().verdict().isKnownToChannel()) {
        confirmed.addAll(tracked.lineItems());
      }
    }
    return confirmed;
  }

  @Override
  public String toString() {
    return "RoutingRecord[" + orderId + ", " + state + ", version " + version + "]";
  }

  /** Collects the parts of a {@link RoutingRecord}. Not thread-safe. */
  public static final class Builder {
    private final String channel;
    private final ShopId shop;
    private final OrderId orderId;
    private long version = 0;
    private RoutingState state = RoutingState.RECEIVED;
    private @Nullable Instant dueAt;
    private Instant receivedAt = Instant.EPOCH;
    private Instant orderedAt = Instant.EPOCH;
    private Instant channelUpdatedAt = Instant.EPOCH;
    private Instant networkUpdatedAt = Instant.EPOCH;
    private Deadlines deadlines = Deadlines.NONE;
    private @Nullable String deliveryOptionId;
    private List<LineItem> lineItems = List.of();
    private @Nullable AddressFingerprint destination;
    private List<FulfillmentOrderItem> items = List.of();
    private @Nullable Instant reservedUntil;
    private int generation = 1;
    private @Nullable Adoption adopted;
    private @Nullable PlacementIntent intent;
    private int attempts = 0;
    private List<TrackedPackage> packages = List.of();
    private @Nullable CancelIntent cancel;
    private @Nullable SkipReason skipReason;
    private @Nullable ReviewNote review;
    private @Nullable AddressFingerprint correctedFrom;
    private Set<String> released = Set.of();
    private List<Decision> decisions = List.of();

    private Builder(String channel, ShopId shop, OrderId orderId) {
      this.channel = channel;
      this.shop = shop;
      this.orderId = orderId;
    }

    /** Sets version: counts the saves. */
    public Builder version(long version) {
      this.version = version;
      return this;
    }

    /** Sets dueAt: when its duty shall look at it. */
    public Builder dueAt(@Nullable Instant dueAt) {
      this.dueAt = dueAt;
      return this;
    }

    /** Sets receivedAt: when the router first saw it. */
    public Builder receivedAt(Instant receivedAt) {
      this.receivedAt = receivedAt;
      return this;
    }

    /** Sets orderedAt: when the buyer ordered. */
    public Builder orderedAt(Instant orderedAt) {
      this.orderedAt = orderedAt;
      return this;
    }

    /** Sets channelUpdatedAt: the channel's time of the last change the router has seen. */
    public Builder channelUpdatedAt(Instant channelUpdatedAt) {
      this.channelUpdatedAt = channelUpdatedAt;
      return this;
    }

    /** Sets networkUpdatedAt: the network's time of the last change the router has applied. */
    public Builder networkUpdatedAt(Instant networkUpdatedAt) {
      this.networkUpdatedAt = networkUpdatedAt;
      return this;
    }

    /** Sets deadlines: the channel's clocks. */
    public Builder deadlines(Deadlines deadlines) {
      this.deadlines = deadlines;
      return this;
    }

    /** Sets deliveryOptionId: key to the channel's shipping providers. */
    public Builder deliveryOptionId(@Nullable String deliveryOptionId) {
      this.deliveryOptionId = deliveryOptionId;
      return this;
    }

    /** Sets lineItems: the units the router ships. */
    public Builder lineItems(List<LineItem> lineItems) {
      this.lineItems = lineItems;
      return this;
    }

    /** Sets destination: fingerprint of the destination judged last. */
    public Builder destination(@Nullable AddressFingerprint destination) {
      this.destination = destination;
      return this;
    }

    /** Sets items: what the network shall ship. */
    public Builder items(List<FulfillmentOrderItem> items) {
      this.items = items;
      return this;
    }

    /** Sets reservedUntil: end of the stock reservation. */
    public Builder reservedUntil(@Nullable Instant reservedUntil) {
      this.reservedUntil = reservedUntil;
      return this;
    }

    /** Sets correctedFrom: the channel's destination that a person's correction stands in for. */
    public Builder correctedFrom(@Nullable AddressFingerprint correctedFrom) {
      this.correctedFrom = correctedFrom;
      return this;
    }

    /** Adds a rule that a person lets the order pass. */
    public Builder release(String rule) {
      Set<String> more = new HashSet<>(released);
      more.add(rule);
      this.released = more;
      return this;
    }

    /** Sets generation: counts the fulfillment orders a person allowed. */
    public Builder generation(int generation) {
      this.generation = generation;
      return this;
    }

    /** Sets adopted: a fulfillment order of another tool that stands in for ours. */
    public Builder adopted(@Nullable Adoption adopted) {
      this.adopted = adopted;
      return this;
    }

    /** Sets intent: the latest create, saved before it was sent. */
    public Builder intent(@Nullable PlacementIntent intent) {
      this.intent = intent;
      return this;
    }

    /** Sets attempts: failures in a row of the current step. */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /** Sets packages: its parcels in the order they were first seen. */
    public Builder packages(List<TrackedPackage> packages) {
      this.packages = packages;
      return this;
    }

    /** Sets cancel: why it is being stopped. */
    public Builder cancel(@Nullable CancelIntent cancel) {
      this.cancel = cancel;
      return this;
    }

    /**
     * Sets the state; a record leaves review and forgets the failures of the step before. Parcels
     * that were set aside for the person are open again.
     */
    public Builder state(RoutingState state) {
      if (state != this.state) {
        this.attempts = 0;
      }
      if (review != null) {
        this.packages = packages.stream().map(TrackedPackage::reopened).toList();
      }
      this.state = state;
      this.review = null;
      return this;
    }

    /** Sets the state; a record in review stays there and will go on from this state. */
    public Builder advance(RoutingState reached) {
      if (review == null) {
        return state(reached);
      }
      if (reached != review.resumeAt()) {
        this.attempts = 0;
        this.review = review.resumingAt(reached);
      }
      return this;
    }

    /** Ends the order as not ours. */
    public Builder skip(SkipReason reason) {
      this.skipReason = reason;
      this.dueAt = null;
      return state(RoutingState.SKIPPED);
    }

    /** Hands the order to a person; its parcels are followed as long as the network ships. */
    public Builder review(ReviewNote note) {
      this.attempts = state == RoutingState.REVIEW ? attempts : 0;
      this.state = RoutingState.REVIEW;
      this.review = note;
      this.dueAt = note.isTracked() ? dueAt : null;
      return this;
    }

    /** Adds a step to the order's story; the same finding twice in a row is told once. */
    public Builder decide(Decision decision) {
      if (decisions.isEmpty() || !decisions.get(decisions.size() - 1).repeats(decision)) {
        List<Decision> longer = new ArrayList<>(decisions);
        longer.add(decision);
        this.decisions = longer;
      }
      return this;
    }

    /** Returns the record. */
    public RoutingRecord build() {
      return new RoutingRecord(
          channel,
          shop,
          orderId,
          version,
          state,
          dueAt,
          receivedAt,
          orderedAt,
          channelUpdatedAt,
          networkUpdatedAt,
          deadlines,
          deliveryOptionId,
          lineItems,
          destination,
          items,
          reservedUntil,
          generation,
          adopted,
          intent,
          attempts,
          packages,
          cancel,
          skipReason,
          review,
          correctedFrom,
          released,
          decisions);
    }
  }
}
