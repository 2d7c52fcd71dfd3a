// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.testkit.SampleOrders;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import io.mcfconnector.testkit.tiktok.OrderSnapshot;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invented people who order, and some of whom change their minds. Thread-safe to look at. */
final class Buyers {

  private static final long FIRST_ID = 578_200_000_000_000_000L;

  /** TikTok's hold is just over when an order of this age appears. */
  private static final Duration PAST_HOLD = Duration.ofHours(1);

  private static final OrderScript SOON =
      OrderScript.normal()
          .planningAfter(Duration.ofSeconds(20))
          .processingAfter(Duration.ofSeconds(50))
          .amazonNumberAfter(Duration.ofSeconds(70))
          .packages(leavingAfter(Duration.ofSeconds(80)));

  private static final Duration CANCEL_WINDOW = Duration.ofMinutes(3);

  private final TikTokShopSimulator tiktok;
  private final SellingPartnerSimulator amazon;
  private final Acknowledged acknowledged;
  private final SampleOrders people;
  private final Random random;
  private final Map<String, Kind> kinds = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Set<String> actedOn = new HashSet<>();

  Buyers(
      TikTokShopSimulator tiktok,
      SellingPartnerSimulator amazon,
      Acknowledged acknowledged,
      long seed) {
    this.tiktok = tiktok;
    this.amazon = amazon;
    this.acknowledged = acknowledged;
    this.people = SampleOrders.seeded(seed);
    this.random = new Random(seed);
    amazon.script(SOON);
  }

  /** Returns all orders so far, in their order, and their kinds. */
  Map<String, Kind> kinds() {
    synchronized (kinds) {
      return new LinkedHashMap<>(kinds);
    }
  }

  /** Lets a buyer order. */
  String add(Kind kind) {
    String id = Long.toString(FIRST_ID + kinds.size() + 1);
    SimulatedOrder.Builder order = SimulatedOrder.builder(id, people.recipient()).age(PAST_HOLD);
    String fulfillment = "TTS-" + id;
    switch (kind) {
      case PLAIN -> order.units(SampleCatalogue.BOARD_LARGE, 1);
      case SEVERAL_UNITS -> order.units(SampleCatalogue.MUG_BLUE, 3);
      case KIT -> order.units(SampleCatalogue.TEA_SET, 1);
      case TWO_PACKAGES -> {
        order.units(SampleCatalogue.BOARD_LARGE, 1).units(SampleCatalogue.MUG_WHITE, 1);
        amazon.scriptFor(
            fulfillment,
            SOON.packages(
                leavingAfter(Duration.ofSeconds(80)).inShipment(1).with("FBA-BOARD-L", 1),
                leavingAfter(Duration.ofSeconds(150)).inShipment(2).with("FBA-MUG-WHITE", 1)));
      }
      case CANCELLED_EARLY -> order.age(Duration.ZERO).units(SampleCatalogue.BOARD_SMALL, 1);
      case CANCELLED_LATE -> {
        order.units(SampleCatalogue.BOARD_SMALL, 1);
        amazon.scriptFor(
            fulfillment,
            SOON.planningAfter(CANCEL_WINDOW)
                .processingAfter(CANCEL_WINDOW)
                .amazonNumberAfter(CANCEL_WINDOW.plusSeconds(10))
                .packages(leavingAfter(CANCEL_WINDOW.plusSeconds(20))));
      }
      case MASKED -> order.addressNeverShown().units(SampleCatalogue.MUG_BLUE, 1);
      case UNMAPPED -> order.units(SampleCatalogue.NOVELTY, 1);
    }
    kinds.put(id, kind);
    tiktok.add(order.build());
    return id;
  }

  /** Lets a buyer order one of a seeded mix; most orders are ordinary. */
  String addAny() {
    Kind[] all = Kind.values();
    int pick = random.nextInt(2 * all.length);
    return add(pick < all.length ? all[pick] : all[pick % 4]);
  }

  /** Lets buyers change their minds. */
  void act() {
    for (Map.Entry<String, Kind> order : kinds().entrySet()) {
      String id = order.getKey();
      boolean ripe =
          switch (order.getValue()) {
            case CANCELLED_EARLY -> acknowledged.knows(id);
            case CANCELLED_LATE -> amazon.order("TTS-" + id).isPresent();
            default -> false;
          };
      if (ripe && actedOn.add(id)) {
        if (order.getValue() == Kind.CANCELLED_EARLY) {
          tiktok.cancel(id);
        } else {
          requestCancel(tiktok.order(id));
        }
      }
    }
  }

  private void requestCancel(OrderSnapshot order) {
    if (order.status().equals("AWAITING_SHIPMENT")) {
      tiktok.requestCancel(order.id());
    }
  }

  private static PackageScript leavingAfter(Duration time) {
    return PackageScript.shippedAfter(time).deliveredAfter(time.plusMinutes(3));
  }
}
