// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal.eligibility;

import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.ReviewCode;
import java.util.List;
import java.util.Map;

/**
 * Kinds of orders that go to a person. Samples, replacements, exchanges, gifts, lottery prizes,
 * subscriptions, pre-orders, back-orders and goods made to order have no rule here: they ship like
 * others as soon as their status allows it.
 */
final class KindRules {

  private final EligibilityOptions options;

  KindRules(EligibilityOptions options) {
    this.options = options;
  }

  List<Rule> rules() {
    return List.of(
        rule(
            "unknown-kind",
            "own caution",
            OrderTrait.UNKNOWN_KIND,
            "this version does not know its kind"),
        rule(
            "collection-point",
            "TikTok, delivery_type",
            OrderTrait.COLLECTION_POINT,
            "the buyer collects it at a point, where the network does not deliver"),
        rule(
            "cash-on-delivery",
            "TikTok, is_cod",
            OrderTrait.CASH_ON_DELIVERY,
            "it is paid on delivery, which the network does not collect"),
        rule(
            "prescription",
            "TikTok, needs_prescription",
            OrderTrait.PRESCRIPTION,
            "it contains goods that need a prescription"),
        dangerousGoods(),
        rule(
            "blind-box",
            "TikTok, is_unboxing_item",
            OrderTrait.BLIND_BOX,
            "it contains a blind box, of which the ordered SKU does not tell what is in it"),
        rule(
            "combined",
            "TikTok, split_or_combine_tag",
            OrderTrait.COMBINED,
            "the channel has combined it with other orders in one package, and the network would"
                + " ship it alone"));
  }

  private Rule dangerousGoods() {
    String source = "TikTok, is_dangerous_good; option shipDangerousGoods";
    Rule refusal =
        rule("dangerous-goods", source, OrderTrait.DANGEROUS_GOODS, "it contains dangerous goods");
    return options.dangerousGoods()
        ? new Rule(refusal.name(), source, (order, now) -> null)
        : refusal;
  }

  private static Rule rule(String name, String source, OrderTrait trait, String reason) {
    return new Rule(name, source, (order, now) -> order.is(trait) ? refused(reason) : null);
  }

  private static Verdict refused(String reason) {
    return new Verdict.Review(
        ReviewCode.UNSUPPORTED_ORDER,
        "This order cannot be routed: " + reason + ". Ship it by hand or cancel it.",
        Map.of());
  }
}
