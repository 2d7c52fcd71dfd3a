// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SalesChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What tools do that know nothing of orders: shows the network's count, less a buffer. */
final class StockCopier implements Runnable {

  private final FulfillmentNetwork network;
  private final List<? extends SalesChannel> shops;
  private final Set<Msku> mskus;
  private final int buffer;

  StockCopier(
      FulfillmentNetwork network, List<? extends SalesChannel> shops, Set<Msku> mskus, int buffer) {
    this.network = network;
    this.shops = shops;
    this.mskus = mskus;
    this.buffer = buffer;
  }

  @Override
  public void run() {
    Map<Msku, Integer> counted = network.fulfillableUnits(mskus);
    shops.forEach(shop -> copy(shop, counted));
  }

  private void copy(SalesChannel shop, Map<Msku, Integer> counted) {
    try (Stream<Listing> listings = shop.listings()) {
      List<Listing.StockLevel> changed =
          listings
              .map(listing -> level(shop, listing, counted))
              .filter(level -> !isShown(level))
              .toList();
      shop.publishStock(changed);
    }
  }

  private Listing.StockLevel level(SalesChannel shop, Listing listing, Map<Msku, Integer> counted) {
    SellerSku sku = Objects.requireNonNull(listing.sku().sellerSku());
    int units = counted.getOrDefault(Msku.of(sku.value()), 0);
    String warehouse = Objects.requireNonNull(shop.warehouseOf(listing));
    return new Listing.StockLevel(listing, warehouse, Math.max(0, units - buffer));
  }

  private static boolean isShown(Listing.StockLevel level) {
    return level.quantity() == level.listing().quantities().getOrDefault(level.warehouseId(), 0);
  }
}
