// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.internal.eligibility.Finding;
import io.mcfconnector.internal.eligibility.Verdict;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.OrderLimits;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.SkipReason;
import io.mcfconnector.spi.MixedCartPolicy;
import io.mcfconnector.transform.PlannedItems;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the plan of an order that may go: whether the network can ship it, and how much of it. */
final class CartRules {

  private static final Comparator<LineItemId> BY_VALUE = Comparator.comparing(LineItemId::value);

  private final MixedCartPolicy policy;
  private final OrderLimits limits;

  CartRules(MixedCartPolicy policy, OrderLimits limits) {
    this.policy = policy;
    this.limits = limits;
  }

  /**
   * Returns what becomes of an order that all other rules let go.
   *
   * @param go what they found
   * @param lineItems the units to ship
   * @param plan what the network shall ship of them
   * @param leftOut the units that go without the network
   */
  Finding judge(Finding go, List<LineItem> lineItems, PlannedItems plan, Set<LineItemId> leftOut) {
    if (!plan.unmapped().isEmpty()) {
      return unmapped(go, plan);
    }
    if (!plan.unserved().isEmpty()) {
      Finding mixed = mixed(lineItems, plan);
      if (!(mixed.verdict() instanceof Verdict.Go)) {
        return mixed;
      }
    }
    return limits
        .problemOf(plan.items())
        .map(CartRules::tooMuch)
        .orElseGet(() -> leftOut.isEmpty() ? go : partOf(leftOut));
  }

  private static Finding unmapped(Finding go, PlannedItems plan) {
    String skus = names(plan.unmapped().stream().map(PlannedItems.Unmapped::sku).toList());
    return new Finding(
        "sku-mapping",
        new Verdict.Review(
            ReviewCode.UNMAPPED_SKU,
            "Nobody said what to ship for " + skus + ". Add it to the SKU mapping, then try again.",
            Map.of(ReviewNote.SKUS, skus, "otherwise", go.verdict().why())));
  }

  private Finding mixed(List<LineItem> lineItems, PlannedItems plan) {
    Set<LineItemId> unserved = Set.copyOf(plan.unserved());
    String skus =
        names(
            lineItems.stream()
                .filter(item -> unserved.contains(item.id()))
                .map(LineItem::sku)
                .toList());
    if (policy instanceof MixedCartPolicy.HandOver) {
      return go("the host gets what the network does not ship");
    }
    if (plan.items().isEmpty()) {
      return new Finding(
          "not-at-network",
          new Verdict.Skip(
              SkipReason.NOT_AT_NETWORK, "the mapping says that the network ships none of it"));
    }
    if (policy instanceof MixedCartPolicy.Split) {
      return go("a person decides on the rest");
    }
    return new Finding(
        "mixed-cart",
        new Verdict.Review(
            ReviewCode.MIXED_CART,
            "The mapping says that the network does not ship "
                + skus
                + ", but the rest of this order. Ship the whole order by other means, or change the"
                + " mapping and try again.",
            Map.of("notAtNetwork", skus, "lineItems", Remainder.names(plan.unserved()))));
  }

  private static Finding tooMuch(String problem) {
    return new Finding(
        "quantity-limit",
        new Verdict.Review(
            ReviewCode.UNSUPPORTED_ORDER,
            "This order needs "
                + problem
                + " in one order. Ship it by other means, or cancel it at the channel.",
            Map.of("limit", problem)));
  }

  private static Finding go(String why) {
    return new Finding(Remainder.LEFT_OUT, new Verdict.Go(why));
  }

  private static Finding partOf(Set<LineItemId> leftOut) {
    return go(
        "free to ship without the line items "
            + Remainder.names(leftOut.stream().sorted(BY_VALUE).toList())
            + ", which the network does not ship");
  }

  private static String names(Collection<ChannelSku> skus) {
    return skus.stream().map(CartRules::nameOf).distinct().collect(Collectors.joining(", "));
  }

  private static String nameOf(ChannelSku sku) {
    SellerSku sellerSku = sku.sellerSku();
    return sellerSku == null ? "SKU id " + sku.id() : sellerSku.value();
  }
}
