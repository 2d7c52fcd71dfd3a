// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at the orders of a shop, whether it is routed at this moment or not. Needs no credentials:
 * it calls no platform and opens nothing that is sealed.
 *
 * @param router answers questions and nothing else
 */
record LiveDesk(LiveStore store, ShopId shop, OrderRouter router) implements AutoCloseable {

  static LiveDesk fromEnv(Map<String, String> env) {
    List<String> problems = new ArrayList<>();
    LiveConfig.applyLogLevel(env, problems);
    StorePlace place = LiveConfig.collect(problems, () -> StoreSettings.placeFromEnv(env));
    String shopId = LiveConfig.value(env, "TIKTOK_SHOP_ID", "");
    if (shopId.isEmpty()) {
      problems.add("TIKTOK_SHOP_ID is required");
    }
    if (place == null || !problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return open(place, ShopId.of(shopId));
  }

  private static LiveDesk open(StorePlace place, ShopId shop) {
    LiveStore store = LiveStore.openForReading(place);
    OrderRouter router =
        OrderRouter.builder()
            .salesChannel(new RecordedShop(shop))
            .fulfillmentNetwork(new RecordedNetwork())
            .store(store.orders())
            .scheduler(TaskScheduler.inProcess())
            .skuMapper(SkuMapper.identity())
            .build();
    return new LiveDesk(store, shop, router);
  }

  List<RoutingRecord> orders() {
    return store.ordersOf(shop);
  }

  @Override
  public void close() {
    router.close();
    store.close();
  }
}
