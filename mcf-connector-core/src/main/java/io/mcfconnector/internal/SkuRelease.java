// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.transform.PlannedItems;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the orders go on that waited for a SKU and whose SKUs are all mapped by now. Needs no memory
 * of its own: whoever asks again releases what is left.
 */
final class SkuRelease {

  private static final int PAGE = 200;

  private final OrderTransformer transformer;
  private final Shops shops;
  private final OrderStore store;
  private final Journal journal;
  private final Clock clock;

  SkuRelease(
      OrderTransformer transformer, Shops shops, OrderStore store, Journal journal, Clock clock) {
    this.transformer = transformer;
    this.shops = shops;
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** Returns the SKUs of an order that nobody mapped. */
  List<ChannelSku> unmapped(RoutingRecord record) {
    Order order =
        Order.builder(record.orderId(), record.shop()).lineItems(record.lineItems()).build();
    return transformer.plan(order).unmapped().stream().map(PlannedItems.Unmapped::sku).toList();
  }

  /** Releases every order that waits for nothing more; returns how many this call released. */
  int releaseMapped(String by) {
    return shops.ids().stream().mapToInt(shop -> releaseMapped(shop, by)).sum();
  }

  private int releaseMapped(ShopId shop, String by) {
    int released = 0;
    List<RoutingRecord> page = waiting(shop, null);
    while (!page.isEmpty()) {
      for (RoutingRecord record : page) {
        if (waitsForSku(record) && unmapped(record).isEmpty() && release(record, by)) {
          released++;
        }
      }
      page = waiting(shop, page.get(page.size() - 1));
    }
    return released;
  }

  private List<RoutingRecord> waiting(ShopId shop, @Nullable RoutingRecord after) {
    return store.findInState(RoutingState.REVIEW, shop, after, PAGE);
  }

  private static boolean waitsForSku(RoutingRecord record) {
    ReviewNote review = record.review();
    return review != null
        && review.resumeAt() == RoutingState.RECEIVED
        && review.facts().containsKey(ReviewNote.SKUS);
  }

  private boolean release(RoutingRecord record, String by) {
    String outcome = "every SKU of it is mapped now; it is read and judged again";
    return journal.saveUnlessStale(
        record,
        record.toBuilder()
            .state(RoutingState.RECEIVED)
            .dueAt(clock.instant())
            .decide(
                new Decision(
                    clock.instant(), RepairDesk.STAGE, "mapped", outcome, Map.of("by", by))));
  }
}
