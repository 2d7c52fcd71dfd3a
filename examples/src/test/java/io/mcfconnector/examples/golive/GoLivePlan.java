// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.golive;

import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.SimulatedProduct;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How a host has set everything up: rightly, until a test changes something. */
final class GoLivePlan {

  static final String WEBHOOKS = "https://shop.example.com/webhooks/tiktok";
  static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:mcf-notifications";

  UnaryOperator<TikTokShopSimulator.Builder> shop = builder -> builder;

  /** A virtual bundle needs no mapping, since TikTok names its components; none is sold here. */
  final List<SimulatedProduct> products =
      SampleCatalogue.products().stream()
          .filter(product -> product.skus().stream().noneMatch(SimulatedProduct.Sku::isBundle))
          .toList();

  final Map<String, String> env = new HashMap<>();
  final Map<String, String> mapping =
      new TreeMap<>(
          Map.of(
              "HL-BCB-L", "FBA-BOARD-L",
              "HL-BCB-S", "FBA-BOARD-S",
              "HL-MUG-BLU", "FBA-MUG-BLUE",
              "HL-MUG-WHT", "FBA-MUG-WHITE",
              "HL-TEA-SET", "FBA-TEA-SET",
              "HL-NEW-001", "FBA-NOVELTY",
              "HL-CND-AMB", "FBA-CANDLE"));
  final List<String> stocked = new ArrayList<>(mapping.values());
  final List<String> webhookTypes =
      new ArrayList<>(
          List.of("ORDER_STATUS_CHANGE", "RECIPIENT_ADDRESS_UPDATE", "CANCELLATION_STATUS_CHANGE"));
  final List<String> notificationTypes =
      new ArrayList<>(List.of("FULFILLMENT_ORDER_STATUS", "FBA_INVENTORY_AVAILABILITY_CHANGES"));
  List<String> served = List.of(SampleCatalogue.WAREHOUSE);
  Set<String> guarded = Set.of(SampleCatalogue.WAREHOUSE);
  String webhooksGoTo = WEBHOOKS;
  String webhookAddress = WEBHOOKS;
  String queue = QUEUE;
  Duration tiktokClockOff = Duration.ZERO;
  Duration amazonClockOff = Duration.ZERO;
  boolean tokensInMemory;
  boolean readOnly;
  UnaryOperator<OrderStore> store = durable -> durable;
  UnaryOperator<SimulatedOrder.Builder> orders = order -> order;
  Consumer<GoLiveWorld> afterwards = world -> {};
}
