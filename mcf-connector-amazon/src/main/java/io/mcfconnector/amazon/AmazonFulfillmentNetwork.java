// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.internal.Outbound;
import io.mcfconnector.amazon.internal.Wire;
import io.mcfconnector.amazon.internal.v20200701.Outbound20200701;
import io.mcfconnector.amazon.internal.v20260704.Outbound20260704;
import io.mcfconnector.amazon.inventory.InventoryDetails;
import io.mcfconnector.amazon.inventory.InventorySummary;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.ListedOrder;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderLimits;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Multi-Channel Fulfillment as a fulfillment network. Thread-safe; closing the client ends
 * it.
 *
 * <p>Orders ship at once and completely or not at all ({@code FillOrKill}).
 */
public final class AmazonFulfillmentNetwork implements FulfillmentNetwork {

  private static final String TIKTOK = "TIKTOK";
  private static final OrderLimits LIMITS = new OrderLimits(999, 150, 100);
  private static final OrderLimits LIMITS_2020_07_01 = new OrderLimits(250, 150, 100);

  private final SellingPartnerClient client;
  private final OutboundVersion version;
  private final OutboundVersion readVersion;
  private final Outbound writer;
  private final Outbound reader;
  private final String channel;
  private final @Nullable String notificationQueue;
  private final Outbound20200701 lister;

  private AmazonFulfillmentNetwork(
      SellingPartnerClient client,
      OutboundVersion version,
      OutboundVersion readVersion,
      String channel,
      @Nullable String notificationQueue) {
    this.client = client;
    this.version = version;
    this.readVersion = readVersion;
    this.channel = channel;
    this.notificationQueue = notificationQueue;
    this.writer = outbound(client, version, channel);
    this.reader = readVersion == version ? writer : outbound(client, readVersion, channel);
    this.lister = new Outbound20200701(client.outbound20200701(), client.marketplace().id());
  }

  /** Returns the network of a seller, with the versions that the client is configured for. */
  public static AmazonFulfillmentNetwork of(SellingPartnerClient client) {
    return of(client, client.outboundVersion(), client.readVersion());
  }

  /** Returns the network of a seller, with one version of Fulfillment Outbound. */
  public static AmazonFulfillmentNetwork of(SellingPartnerClient client, OutboundVersion version) {
    return of(client, version, version);
  }

  /**
   * Returns the network of a seller, with a version to write and one to read. Both show the same
   * orders.
   *
   * @param client makes the calls
   * @param version creates and cancels
   * @param readVersion finds orders and what changed
   */
  public static AmazonFulfillmentNetwork of(
      SellingPartnerClient client, OutboundVersion version, OutboundVersion readVersion) {
    return new AmazonFulfillmentNetwork(client, version, readVersion, TIKTOK, null);
  }

  /**
   * Returns this network with another word for where buyers order than {@code TIKTOK}. Only version
   * 2026-07-04 tells Amazon.
   *
   * @param channel Amazon's word for the sales channel, 1 to 40 characters
   */
  public AmazonFulfillmentNetwork withChannel(String channel) {
    if (channel.isBlank() || channel.length() > 40) {
      throw new IllegalArgumentException("a channel has 1 to 40 characters");
    }
    return new AmazonFulfillmentNetwork(client, version, readVersion, channel, notificationQueue);
  }

  /**
   * Returns this network with the SQS queue at which the host hears Amazon's notifications. Only
   * {@link #checkUp} reads it, to compare it with destination and subscriptions; these are not
   * looked at unless set.
   *
   * @param arn the queue's ARN
   */
  public AmazonFulfillmentNetwork withNotificationQueue(String arn) {
    return new AmazonFulfillmentNetwork(client, version, readVersion, channel, arn);
  }

  /** Looks at the account's set-up with about half a dozen reads. */
  @Override
  public List<Finding> checkUp() {
    List<Outbound> outbounds = reader == writer ? List.of(writer) : List.of(writer, reader);
    return new AccountCheckUp(client, outbounds, notificationQueue).run();
  }

  @Override
  public AccountId account() {
    return client.account();
  }

  /**
   * {@inheritDoc}
   *
   * <p>At most 999 units of one SKU or 150 of several, and 100 SKUs. The model of 2020-07-01 allows
   * only 250 units, so there one SKU may have no more.
   */
  @Override
  public OrderLimits orderLimits() {
    return version == OutboundVersion.V2020_07_01 ? LIMITS_2020_07_01 : LIMITS;
  }

  @Override
  public Optional<CallAllowance> createAllowance() {
    return Optional.of(writer.createAllowance());
  }

  @Override
  public Optional<FulfillmentPreview> preview(FulfillmentOrder order) {
    return Optional.of(writer.preview(order));
  }

  /** Asks Amazon to ship. It may still refuse after that; reading the order tells. */
  @Override
  public void create(FulfillmentOrder order) {
    writer.create(order);
  }

  @Override
  public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
    return unlessMissing(() -> reader.read(id));
  }

  /**
   * Returns an order with its parcels' way to the buyer. 2020-07-01 has it only parcel by parcel, a
   * call each.
   */
  @Override
  public Optional<FulfillmentSnapshot> findWithDelivery(FulfillmentOrderId id) {
    return unlessMissing(() -> reader.readWithDelivery(id));
  }

  private static Optional<FulfillmentSnapshot> unlessMissing(
      Supplier<FulfillmentSnapshot> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ApiException problem) {
      if (problem.kind() == FailureKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /**
   * Returns what changed at or after a time. Read with version 2026-07-04 it gives whole snapshots,
   * 2020-07-01 only ids and times. Orders with ids that we could not have made are left out.
   */
  @Override
  public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
    return reader.changes(since);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Always read with 2020-07-01, since the other version does not show the order number of the
   * recipient.
   */
  @Override
  public Stream<ListedOrder> findNames(Instant since) {
    return lister.names(since);
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    writer.cancel(id);
  }

  @Override
  public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
    Set<Msku> asked = new LinkedHashSet<>(mskus);
    List<InventorySummary> summaries =
        client
            .inventory()
            .getInventorySummaries(
                client.marketplace().id(), asked.stream().map(Msku::value).toList());
    Map<String, Integer> units = new HashMap<>();
    // Pages may overlap, so the same summary counts once; other conditions of a SKU add up.
    summaries.stream().distinct().forEach(summary -> count(summary, units));
    Map<Msku, Integer> found = new HashMap<>();
    for (Msku msku : asked) {
      Integer fulfillable = units.get(msku.value());
      if (fulfillable != null) {
        found.put(msku, fulfillable);
      }
    }
    return found;
  }

  @Override
  public String toString() {
    String read = readVersion == version ? "" : ", read with " + readVersion.date();
    return "AmazonFulfillmentNetwork[" + account() + ", " + version.date() + read + "]";
  }

  private static Outbound outbound(
      SellingPartnerClient client, OutboundVersion version, String channel) {
    Marketplace marketplace = client.marketplace();
    return switch (version) {
      case V2020_07_01 -> new Outbound20200701(client.outbound20200701(), marketplace.id());
      case V2026_07_04 ->
          new Outbound20260704(client.outbound20260704(), marketplace.countryCode(), channel);
    };
  }

  private static void count(InventorySummary summary, Map<String, Integer> units) {
    InventoryDetails details = summary.inventoryDetails();
    if (summary.sellerSku() != null && details != null && details.fulfillableQuantity() != null) {
      units.merge(summary.sellerSku(), Wire.units(details.fulfillableQuantity()), Integer::sum);
    }
  }
}
