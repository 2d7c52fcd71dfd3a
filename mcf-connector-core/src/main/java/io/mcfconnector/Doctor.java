// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.Party;
import io.mcfconnector.spi.Findings;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks everything that routing needs. Each check stands alone: one that fails hides no other, and
 * one that could only fail for the same reason is not made.
 */
final class Doctor {

  private static final String MARK = "check-up";
  private static final String SKIPPED = "orders that the channel ships are skipped.";
  private static final Duration OF_LATE = Duration.ofDays(7);

  /** Nothing else can be asked at a channel or network while one of these is a problem. */
  private static final Set<Check> GATES =
      EnumSet.of(
          Check.CHANNEL_CONNECTION,
          Check.CHANNEL_CREDENTIALS,
          Check.CHANNEL_AUTHORIZATION,
          Check.CHANNEL_SHOP,
          Check.CHANNEL_SELLER,
          Check.CHANNEL_WAREHOUSES,
          Check.NETWORK_CONNECTION,
          Check.NETWORK_CREDENTIALS,
          Check.NETWORK_AUTHORIZATION,
          Check.NETWORK_ACCESS,
          Check.NETWORK_REGION);

  private final List<SalesChannel> channels;
  private final FulfillmentNetwork network;
  private final OrderStore store;
  private final TaskScheduler scheduler;
  private final SkuMapper skuMapper;
  private final Clock clock;

  Doctor(
      List<SalesChannel> channels,
      FulfillmentNetwork network,
      OrderStore store,
      TaskScheduler scheduler,
      SkuMapper skuMapper,
      Clock clock) {
    this.channels = List.copyOf(channels);
    this.network = network;
    this.store = store;
    this.scheduler = scheduler;
    this.skuMapper = skuMapper;
    this.clock = clock;
  }

  CheckUp examine() {
    Findings ofRouter = new Findings("");
    ofRouter.look(Check.STORE, Set.of(), () -> readAndWrite(ofRouter));
    ofRouter.ask(Check.SCHEDULER, scheduler::checkUp);
    List<Finding> findings = new ArrayList<>(ofRouter.all());

    Findings ofNetwork = new Findings(network.account().value());
    ofNetwork.ask(Check.NETWORK_CONNECTION, network::checkUp);
    SkuExamination skus = new SkuExamination(skuMapper, network, clock);
    for (SalesChannel channel : channels) {
      Findings ofShop = new Findings(channel.shop().value());
      ofShop.ask(Check.CHANNEL_CONNECTION, channel::checkUp);
      ofShop.look(Check.CHANNEL_SHIPPING, GATES, () -> whoShips(channel, ofShop));
      ofShop.look(Check.SKUS_MAPPED, GATES, () -> skus.onSale(channel, ofShop));
      findings.addAll(ofShop.all());
    }
    ofNetwork.look(Check.MSKUS_KNOWN, GATES, () -> skus.known(ofNetwork));
    ofNetwork.look(Check.MSKUS_IN_STOCK, GATES, () -> skus.inStock(ofNetwork));
    ofNetwork.look(Check.NETWORK_PREVIEW, GATES, () -> skus.previewed(ofNetwork));
    findings.addAll(ofNetwork.all());
    findings.sort(Comparator.comparing(Finding::check));
    return new CheckUp(clock.instant(), findings);
  }

  /** A mark is written and read; what else the store knows about itself is asked after that. */
  private void readAndWrite(Findings findings) {
    Instant now = clock.instant();
    store.saveWatermark(MARK, now);
    if (!store.watermark(MARK).equals(Optional.of(now))) {
      findings.problem(
          Check.STORE,
          "The store does not give back what was saved.",
          "Run the contract tests of the testkit against this store.");
      return;
    }
    findings.ask(Check.STORE, () -> store.checkUp(clock));
    if (findings.all().stream().noneMatch(finding -> finding.check() == Check.STORE)) {
      findings.ok(Check.STORE, "The store was written and read.");
    }
  }

  private void whoShips(SalesChannel channel, Findings findings) {
    Instant now = clock.instant();
    Set<String> served = channel.servedWarehouses();
    List<Order> orders =
        channel.findChanged(now.minus(OF_LATE), now, null).orders().stream()
            .filter(order -> served.isEmpty() || served.contains(order.warehouseId()))
            .toList();
    if (orders.isEmpty()) {
      findings.notChecked(
          Check.CHANNEL_SHIPPING,
          "No order changed in the last 7 days, so nothing tells who ships.",
          "Run the check-up again after the first order.");
      return;
    }
    long ours = orders.stream().filter(Doctor::isSellers).count();
    String found =
        ours + " of " + orders.size() + " orders of the last 7 days are the seller's to ship.";
    if (ours == orders.size()) {
      findings.ok(Check.CHANNEL_SHIPPING, found);
    } else if (ours > 0) {
      findings.warning(
          Check.CHANNEL_SHIPPING,
          found,
          "If the seller shall ship all of them, set the shop so; " + SKIPPED);
    } else {
      findings.problem(
          Check.CHANNEL_SHIPPING, found, "Set the shop to shipping by the seller; " + SKIPPED);
    }
  }

  private static boolean isSellers(Order order) {
    return order.shippedBy() == Party.SELLER && order.fulfilledBy() == Party.SELLER;
  }
}
