// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ShopId;
import java.util.Map;
import java.util.function.BiPredicate;

/** A policy with some of its answers replaced. */
record AdjustedStockPolicy(
    StockPolicy safety,
    Map<ShopId, Integer> shares,
    BiPredicate<ShopId, ChannelSku> frozen,
    int minimumShown)
    implements StockPolicy {

  AdjustedStockPolicy {
    shares = Map.copyOf(shares);
  }

  @Override
  public int safety(Pool pool) {
    return safety.safety(pool);
  }

  @Override
  public int share(ShopId shop) {
    Integer share = shares.get(shop);
    return share == null ? safety.share(shop) : share;
  }

  @Override
  public boolean isFrozen(ShopId shop, ChannelSku sku) {
    return frozen.test(shop, sku);
  }
}
