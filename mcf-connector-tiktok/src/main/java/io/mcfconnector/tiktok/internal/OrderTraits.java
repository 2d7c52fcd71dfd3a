// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.tiktok.order.TikTokLineItem;
import io.mcfconnector.tiktok.order.TikTokOrder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes TikTok's orders special, in our words. A word that is not known is never ordinary. */
final class OrderTraits {

  private static final Set<OrderTrait> ORDINARY = Set.of();

  private OrderTraits() {}

  /** Returns the traits of an order and of all of its units. */
  static Set<OrderTrait> of(TikTokOrder wire) {
    Set<OrderTrait> traits = EnumSet.noneOf(OrderTrait.class);
    addIf(traits, OrderTrait.BUYER_CANCEL_REQUESTED, wire.isBuyerRequestCancel());
    addIf(traits, OrderTrait.CHANNEL_HOLD, wire.isOnHoldOrder());
    addIf(traits, OrderTrait.ADDRESS_UPDATED, wire.hasUpdatedRecipientAddress());
    addIf(traits, OrderTrait.SAMPLE, wire.isSampleOrder());
    addIf(traits, OrderTrait.REPLACEMENT, wire.isReplacementOrder());
    addIf(traits, OrderTrait.EXCHANGE, wire.isExchangeOrder());
    addIf(traits, OrderTrait.SUBSCRIPTION, wire.isSubscriptionOrder());
    addIf(traits, OrderTrait.CASH_ON_DELIVERY, wire.isCod());
    addIf(traits, OrderTrait.COMBINABLE, !word(wire.autoCombineGroupId()).isEmpty());
    traits.addAll(ofOrderType(word(wire.orderType())));
    traits.addAll(ofDeliveryType(word(wire.deliveryType())));
    traits.addAll(ofTag(word(wire.splitOrCombineTag())));
    for (TikTokLineItem item : OrderTransformer.elements(wire.lineItems(), "line_items")) {
      addUnit(traits, item);
    }
    return traits;
  }

  private static void addUnit(Set<OrderTrait> traits, TikTokLineItem item) {
    addIf(traits, OrderTrait.GIFT, item.isGift());
    addIf(traits, OrderTrait.BLIND_BOX, item.isUnboxingItem());
    addIf(traits, OrderTrait.PRESCRIPTION, item.needsPrescription());
    addIf(traits, OrderTrait.DANGEROUS_GOODS, item.isDangerousGood());
    // A unit in a package is shipped, whatever its status is called.
    addIf(
        traits,
        OrderTrait.UNKNOWN_KIND,
        word(item.packageId()).isEmpty() && !isUnitStatus(word(item.displayStatus())));
  }

  private static Set<OrderTrait> ofOrderType(String type) {
    return switch (type) {
      case "", "NORMAL" -> ORDINARY;
      case "ZERO_LOTTERY" -> Set.of(OrderTrait.LOTTERY);
      case "PRE_ORDER" -> Set.of(OrderTrait.PRE_ORDER);
      case "MADE_TO_ORDER" -> Set.of(OrderTrait.MADE_TO_ORDER);
      case "BACK_ORDER" -> Set.of(OrderTrait.BACK_ORDER);
      default -> Set.of(OrderTrait.UNKNOWN_KIND);
    };
  }

  private static Set<OrderTrait> ofDeliveryType(String type) {
    return switch (type) {
      case "", "HOME_DELIVERY" -> ORDINARY;
      case "COLLECTION_POINT" -> Set.of(OrderTrait.COLLECTION_POINT);
      default -> Set.of(OrderTrait.UNKNOWN_KIND);
    };
  }

  /** TikTok's packages name the same three cases DEFAULT, COMBINE and SPLIT. */
  private static Set<OrderTrait> ofTag(String tag) {
    return switch (tag) {
      case "", "SPLIT", "DEFAULT" -> ORDINARY;
      case "COMBINED", "COMBINE" -> Set.of(OrderTrait.COMBINED);
      default -> Set.of(OrderTrait.UNKNOWN_KIND);
    };
  }

  /** TO_SHIP is an older word that TikTok's own samples still show. */
  private static boolean isUnitStatus(String word) {
    return switch (word) {
      case "",
          "UNPAID",
          "ON_HOLD",
          "TO_SHIP",
          "AWAITING_SHIPMENT",
          "AWAITING_COLLECTION",
          "IN_TRANSIT",
          "DELIVERED",
          "COMPLETED",
          "CANCELLED",
          "CANCEL" ->
          true;
      default -> false;
    };
  }

  private static String word(@Nullable String word) {
    return word == null ? "" : word;
  }

  private static void addIf(Set<OrderTrait> traits, OrderTrait trait, @Nullable Boolean flag) {
    if (Boolean.TRUE.equals(flag)) {
      traits.add(trait);
    }
  }
}
