// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.Adoption;
import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.CancelIntent;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Deadlines;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.model.TrackingWarning;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a routing record is stored as text.
 *
 * <p>The names are written out here, so that a rename in the model changes no stored data. What is
 * added to format 1 must be allowed to be absent; anything else is a new format, which also needs a
 * schema script.
 */
final class RecordFormat {

  /** The newest format that this version reads, and the one it writes. */
  static final int VERSION = 1;

  private RecordFormat() {}

  /** Returns the text of a record. */
  static String write(RoutingRecord record) {
    return StoredPart.toJson(
        new Fields()
            .put("channel", record.channel())
            .put("shop", record.shop())
            .put("orderId", record.orderId())
            .put("version", record.version())
            .put("state", record.state().name())
            .put("dueAt", record.dueAt())
            .put("receivedAt", record.receivedAt())
            .put("orderedAt", record.orderedAt())
            .put("channelUpdatedAt", record.channelUpdatedAt())
            .put("networkUpdatedAt", record.networkUpdatedAt())
            .put("deadlines", deadlines(record.deadlines()))
            .put("deliveryOptionId", record.deliveryOptionId())
            .putAll("lineItems", record.lineItems(), RecordFormat::lineItem)
            .put("destination", fingerprint(record.destination()))
            .putAll("items", record.items(), RecordFormat::item)
            .put("reservedUntil", record.reservedUntil())
            .put("generation", record.generation())
            .put("adopted", adopted(record.adopted()))
            .put("intent", intent(record.intent()))
            .put("attempts", record.attempts())
            .putAll("packages", record.packages(), RecordFormat::tracked)
            .put("cancel", cancel(record.cancel()))
            .put("skipReason", nameOf(record.skipReason()))
            .put("review", review(record.review()))
            .put("correctedFrom", fingerprint(record.correctedFrom()))
            .putAll("released", record.released().stream().sorted().toList(), Function.identity())
            .putAll("decisions", record.decisions(), RecordFormat::decision)
            .toMap());
  }

  /** Returns the record of a text of format 1. */
  static RoutingRecord read(String orderId, long version, String body) {
    StoredPart stored = StoredPart.parse("the record of order " + orderId, body);
    RoutingRecord record = stored.as(RecordFormat::record);
    stored.requireSame("orderId", orderId, record.orderId().value());
    stored.requireSame("version", version, record.version());
    return record;
  }

  /** Returns the text of units by SKU. */
  static String writeUnits(Map<Msku, Integer> units) {
    return StoredPart.toJson(unitsBySku(units));
  }

  /** Returns the units by SKU of a text. */
  static Map<Msku, Integer> readUnits(String orderId, String text) {
    return StoredPart.parse("the reservation of order " + orderId, text).numbers(Msku::of);
  }

  private static RoutingRecord record(StoredPart stored) {
    return new RoutingRecord(
        stored.text("channel"),
        stored.value("shop", ShopId::of),
        stored.value("orderId", OrderId::of),
        stored.number("version"),
        stored.value("state", RoutingState::valueOf),
        stored.valueOrNull("dueAt", StoredTime::parse),
        stored.value("receivedAt", StoredTime::parse),
        stored.value("orderedAt", StoredTime::parse),
        stored.value("channelUpdatedAt", StoredTime::parse),
        stored.value("networkUpdatedAt", StoredTime::parse),
        deadlines(stored.partOrNull("deadlines")),
        stored.textOrNull("deliveryOptionId"),
        stored.parts("lineItems", RecordFormat::lineItem),
        stored.valueOrNull("destination", AddressFingerprint::new),
        stored.parts("items", RecordFormat::item),
        stored.valueOrNull("reservedUntil", StoredTime::parse),
        stored.smallNumber("generation"),
        orNull(stored.partOrNull("adopted"), RecordFormat::adopted),
        orNull(stored.partOrNull("intent"), RecordFormat::intent),
        stored.smallNumber("attempts"),
        stored.parts("packages", part -> tracked(part, stored.smallNumber("generation"))),
        orNull(stored.partOrNull("cancel"), RecordFormat::cancel),
        stored.valueOrNull("skipReason", SkipReason::valueOf),
        orNull(stored.partOrNull("review"), RecordFormat::review),
        stored.valueOrNull("correctedFrom", AddressFingerprint::new),
        Set.copyOf(stored.values("released", Function.identity())),
        stored.parts("decisions", RecordFormat::decision));
  }

  private static @Nullable Map<String, Object> deadlines(Deadlines deadlines) {
    return deadlines.equals(Deadlines.NONE)
        ? null
        : new Fields()
            .put("shipBy", deadlines.shipBy())
            .put("collectBy", deadlines.collectBy())
            .put("cancelledAt", deadlines.cancelledAt())
            .put("deliverBy", deadlines.deliverBy())
            .toMap();
  }

  private static Deadlines deadlines(@Nullable StoredPart stored) {
    return stored == null
        ? Deadlines.NONE
        : new Deadlines(
            stored.valueOrNull("shipBy", StoredTime::parse),
            stored.valueOrNull("collectBy", StoredTime::parse),
            stored.valueOrNull("cancelledAt", StoredTime::parse),
            stored.valueOrNull("deliverBy", StoredTime::parse));
  }

  private static Map<String, Object> lineItem(LineItem item) {
    LineItem.ShippedIn shippedIn = item.shippedIn();
    return new Fields()
        .put("id", item.id())
        .put("sku", sku(item.sku()))
        .putAll(
            "bundle",
            item.bundle(),
            component ->
                new Fields()
                    .put("sku", sku(component.sku()))
                    .put("units", component.units())
                    .toMap())
        .put("status", item.status().name())
        .put(
            "shippedIn",
            shippedIn == null
                ? null
                : new Fields()
                    .put("packageId", shippedIn.packageId())
                    .put("trackingNumber", shippedIn.trackingNumber())
                    .toMap())
        .toMap();
  }

  private static LineItem lineItem(StoredPart stored) {
    return new LineItem(
        stored.value("id", LineItemId::of),
        sku(stored.part("sku")),
        stored.parts(
            "bundle",
            part ->
                part.as(
                    component ->
                        new BundleComponent(
                            sku(component.part("sku")), component.smallNumber("units")))),
        stored.value("status", LineItem.Status::valueOf),
        orNull(
            stored.partOrNull("shippedIn"),
            part ->
                new LineItem.ShippedIn(
                    part.text("packageId"),
                    part.valueOrNull("trackingNumber", TrackingNumber::of))));
  }

  private static Map<String, Object> sku(ChannelSku sku) {
    return new Fields().put("id", sku.id()).put("sellerSku", sku.sellerSku()).toMap();
  }

  private static ChannelSku sku(StoredPart stored) {
    return new ChannelSku(
        stored.value("id", ChannelSkuId::of), stored.valueOrNull("sellerSku", SellerSku::of));
  }

  private static Map<String, Object> item(FulfillmentOrderItem item) {
    return new Fields()
        .put("id", item.id())
        .put("msku", item.msku())
        .putAll("units", item.units(), LineItemId::value)
        .toMap();
  }

  private static FulfillmentOrderItem item(StoredPart stored) {
    return stored.as(
        part ->
            new FulfillmentOrderItem(
                part.text("id"),
                part.value("msku", Msku::of),
                part.values("units", LineItemId::of)));
  }

  private static @Nullable Map<String, Object> adopted(@Nullable Adoption adopted) {
    return adopted == null
        ? null
        : new Fields().put("id", adopted.id()).put("generation", adopted.generation()).toMap();
  }

  private static Adoption adopted(StoredPart stored) {
    return new Adoption(
        stored.value("id", FulfillmentOrderId::of), stored.smallNumber("generation"));
  }

  private static @Nullable Map<String, Object> intent(@Nullable PlacementIntent intent) {
    return intent == null
        ? null
        : new Fields()
            .put("id", intent.id())
            .put("units", unitsBySku(intent.units()))
            .put("destination", fingerprint(intent.destination()))
            .put("intendedAt", intent.intendedAt())
            .put("attempts", intent.attempts())
            .put("absentSince", intent.absentSince())
            .toMap();
  }

  private static PlacementIntent intent(StoredPart stored) {
    return new PlacementIntent(
        stored.value("id", FulfillmentOrderId::of),
        stored.part("units").numbers(Msku::of),
        stored.value("destination", AddressFingerprint::new),
        stored.value("intendedAt", StoredTime::parse),
        stored.smallNumber("attempts"),
        stored.valueOrNull("absentSince", StoredTime::parse));
  }

  private static Map<String, Object> tracked(TrackedPackage tracked) {
    ShipmentPackage parcel = tracked.parcel();
    TrackedPackage.Confirmation confirmation = tracked.confirmation();
    TrackingWarning warning = confirmation.warning();
    return new Fields()
        .put("generation", tracked.generation())
        .put("shipmentId", tracked.shipmentId())
        .put("id", parcel.id())
        .put("carrier", parcel.carrier())
        .put("carrierNumber", parcel.carrierNumber())
        .put("networkNumber", parcel.networkNumber())
        .put("status", parcel.status().name())
        .putAll(
            "contents",
            parcel.contents(),
            content ->
                new Fields()
                    .put("itemId", content.itemId())
                    .put("quantity", content.quantity())
                    .toMap())
        .putAll("lineItems", tracked.lineItems(), LineItemId::value)
        .put(
            "confirmation",
            new Fields()
                .put("verdict", confirmation.verdict().name())
                .put("number", confirmation.number())
                .put("provider", confirmation.provider())
                .put("channelPackageId", confirmation.channelPackageId())
                .put("warning", warning == null ? null : warning.text())
                .put("warningKind", warning == null ? null : warning.kind().name())
                .put("at", confirmation.at())
                .put("replaced", confirmation.replaced())
                .toMap())
        .toMap();
  }

  /** Reads a parcel; one that was stored without its generation belongs to the order's latest. */
  private static TrackedPackage tracked(StoredPart stored, int latestGeneration) {
    ShipmentPackage parcel =
        new ShipmentPackage(
            stored.text("id"),
            stored.valueOrNull("carrier", CarrierCode::of),
            stored.valueOrNull("carrierNumber", TrackingNumber::of),
            stored.valueOrNull("networkNumber", TrackingNumber::of),
            stored.value("status", PackageStatus::valueOf),
            stored.parts(
                "contents",
                content ->
                    new ShipmentPackage.Content(
                        content.text("itemId"), content.smallNumber("quantity"))));
    StoredPart confirmation = stored.part("confirmation");
    return new TrackedPackage(
        stored.smallNumberOr("generation", latestGeneration),
        stored.text("shipmentId"),
        parcel,
        stored.values("lineItems", LineItemId::of),
        new TrackedPackage.Confirmation(
            confirmation.value("verdict", TrackedPackage.Verdict::valueOf),
            confirmation.valueOrNull("number", TrackingNumber::of),
            confirmation.valueOrNull("provider", ShippingProviderId::of),
            confirmation.textOrNull("channelPackageId"),
            warning(confirmation),
            confirmation.valueOrNull("at", StoredTime::parse),
            confirmation.valueOrNull("replaced", TrackingNumber::of)));
  }

  private static @Nullable TrackingWarning warning(StoredPart confirmation) {
    String text = confirmation.textOrNull("warning");
    TrackingWarning.Kind kind =
        confirmation.valueOrNull("warningKind", TrackingWarning.Kind::valueOf);
    return text == null
        ? null
        : new TrackingWarning(kind == null ? TrackingWarning.Kind.UNKNOWN : kind, text);
  }

  private static @Nullable Map<String, Object> cancel(@Nullable CancelIntent cancel) {
    return cancel == null
        ? null
        : new Fields()
            .put("origin", cancel.origin().name())
            .put("by", cancel.by())
            .put("reason", nameOf(cancel.reason()))
            .put("requestId", cancel.requestId())
            .put("answerBy", cancel.answerBy())
            .put("since", cancel.since())
            .put("stoppedAt", cancel.stoppedAt())
            .toMap();
  }

  private static CancelIntent cancel(StoredPart stored) {
    return new CancelIntent(
        stored.value("origin", CancelIntent.Origin::valueOf),
        stored.textOrNull("by"),
        stored.valueOrNull("reason", CancelReason::valueOf),
        stored.textOrNull("requestId"),
        stored.valueOrNull("answerBy", StoredTime::parse),
        stored.value("since", StoredTime::parse),
        stored.valueOrNull("stoppedAt", StoredTime::parse));
  }

  private static @Nullable Map<String, Object> review(@Nullable ReviewNote review) {
    return review == null
        ? null
        : new Fields()
            .put("code", review.code().name())
            .put("message", review.message())
            .put("facts", new TreeMap<>(review.facts()))
            .put("raisedAt", review.raisedAt())
            .put("resumeAt", review.resumeAt().name())
            .toMap();
  }

  private static ReviewNote review(StoredPart stored) {
    return new ReviewNote(
        stored.value("code", ReviewCode::valueOf),
        stored.text("message"),
        stored.texts("facts"),
        stored.value("raisedAt", StoredTime::parse),
        stored.value("resumeAt", RoutingState::valueOf));
  }

  private static Map<String, Object> decision(Decision decision) {
    return new Fields()
        .put("at", decision.at())
        .put("stage", decision.stage())
        .put("rule", decision.rule())
        .put("outcome", decision.outcome())
        .put("facts", decision.facts().isEmpty() ? null : decision.facts())
        .toMap();
  }

  private static Decision decision(StoredPart stored) {
    return new Decision(
        stored.value("at", StoredTime::parse),
        stored.text("stage"),
        stored.text("rule"),
        stored.text("outcome"),
        stored.texts("facts"));
  }

  private static Map<String, Integer> unitsBySku(Map<Msku, Integer> units) {
    Map<String, Integer> bySku = new TreeMap<>();
    units.forEach((msku, count) -> bySku.put(msku.value(), count));
    return bySku;
  }

  private static @Nullable String fingerprint(@Nullable AddressFingerprint fingerprint) {
    // Its toString is shortened for people.
    return fingerprint == null ? null : fingerprint.value();
  }

  private static @Nullable String nameOf(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static <T> @Nullable T orNull(
      @Nullable StoredPart stored, Function<StoredPart, T> reading) {
    return stored == null ? null : reading.apply(stored);
  }
}
