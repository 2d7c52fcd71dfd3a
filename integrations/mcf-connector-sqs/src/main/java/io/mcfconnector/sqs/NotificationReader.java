// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.transport.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a notification is about, and nothing else of it. Whatever comes, the answer is a
 * {@link Reading}.
 */
final class NotificationReader {

  static final String ORDER_STATUS = "FULFILLMENT_ORDER_STATUS";
  static final String AVAILABILITY = "FBA_INVENTORY_AVAILABILITY_CHANGES";

  /** As much as SQS took for many years; notifications have a few thousand. */
  static final int LONGEST_BODY = 256 * 1024;

  private static final int LONGEST_SKU = 50;
  private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final Set<String> marketplaces;
  private final Clock clock;

  /**
   * Creates a reader.
   *
   * @param marketplaces whose stock is of concern; empty for all
   * @param clock tells the time when a notification does not
   */
  NotificationReader(Set<String> marketplaces, Clock clock) {
    this.marketplaces = Set.copyOf(marketplaces);
    this.clock = clock;
  }

  Reading read(String body) {
    if (body.length() > LONGEST_BODY) {
      return refused(SetAsideReason.TOO_LARGE);
    }
    return Json.parse(Object.class, body.getBytes(UTF_8))
        .flatMap(Fields::of)
        .map(root -> read(root, body))
        .orElseGet(() -> refused(SetAsideReason.NOT_JSON));
  }

  private Reading read(Fields root, String body) {
    Optional<String> type = root.text("NotificationType");
    if (type.isEmpty()) {
      boolean sns = root.has("Message") && root.has("MessageId");
      boolean eventBridge = root.has("detail-type") && root.has("detail");
      return refused(sns || eventBridge ? SetAsideReason.WRAPPED : SetAsideReason.INCOMPLETE);
    }
    if (!type.get().equals(ORDER_STATUS) && !type.get().equals(AVAILABILITY)) {
      return refused(SetAsideReason.UNKNOWN_TYPE);
    }
    Fields payload = root.object("Payload").orElse(null);
    if (payload == null) {
      return refused(SetAsideReason.INCOMPLETE);
    }
    return type.get().equals(ORDER_STATUS)
        ? orderStatus(root, payload.object("FulfillmentOrderStatusNotification").orElse(null), body)
        : availability(root, payload, body);
  }

  private Reading orderStatus(Fields root, @Nullable Fields status, String body) {
    String seller = status == null ? null : status.text("SellerId").orElse(null);
    String order = status == null ? null : status.text("SellerFulfillmentOrderId").orElse(null);
    if (status == null || seller == null || order == null) {
      return refused(SetAsideReason.INCOMPLETE);
    }
    FulfillmentOrderId id;
    try {
      id = FulfillmentOrderId.of(order);
    } catch (IllegalArgumentException e) {
      // No router makes such ids: an order of another tool.
      return new Reading.Nothing(seller);
    }
    Instant at = time(status.text("StatusUpdatedDateTime").or(() -> root.text("EventTime")));
    return new Reading.Told(seller, new Notice.FulfillmentOrderChanged(id(root, body), id, at));
  }

  private Reading availability(Fields root, Fields count, String body) {
    String seller = count.text("SellerId").orElse(null);
    String sku = count.text("SKU").orElse(null);
    if (seller == null || sku == null || sku.length() > LONGEST_SKU || !isPlain(sku)) {
      return refused(SetAsideReason.INCOMPLETE);
    }
    if (!isOfConcern(count)) {
      return new Reading.Nothing(seller);
    }
    Instant at = time(root.text("EventTime"));
    return new Reading.Told(seller, new Notice.StockChanged(id(root, body), Msku.of(sku), at));
  }

  /** A notification that names no marketplace may be of any. */
  private boolean isOfConcern(Fields count) {
    List<String> named =
        count.objects("FulfillmentInventoryByMarketplace").stream()
            .flatMap(one -> one.text("MarketplaceId").stream())
            .toList();
    return marketplaces.isEmpty()
        || named.isEmpty()
        || named.stream().anyMatch(marketplaces::contains);
  }

  /** Amazon's samples have blanks around the id. */
  private static String id(Fields root, String body) {
    return root.object("NotificationMetadata")
        .flatMap(metadata -> metadata.text("NotificationId"))
        .map(String::strip)
        .filter(id -> id.length() <= Notice.LONGEST_ID && isPlain(id))
        .orElseGet(() -> digest(body));
  }

  private static String digest(String body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A time that cannot be is as good as none. */
  private Instant time(Optional<String> text) {
    Instant now = clock.instant();
    return text.flatMap(NotificationReader::parsed)
        .filter(at -> at.isAfter(EARLIEST) && at.isBefore(now.plus(CLOCK_SKEW)))
        .orElse(now);
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns whether every database can keep a text. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static Reading refused(SetAsideReason reason) {
    return new Reading.Refused(reason);
  }
}
