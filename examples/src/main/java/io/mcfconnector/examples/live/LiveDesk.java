// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the orders of a shop, whether it is routed at this moment or not. Needs no credentials:
 * it calls no platform.
 *
 * @param knowsAccount whether the duties can be told, which are on record under Amazon's account
 * @param router answers questions and nothing else
 */
record LiveDesk(LiveStore store, ShopId shop, boolean knowsAccount, OrderRouter router)
    implements AutoCloseable {

  private static final RecordedNetwork NO_ACCOUNT =
      new RecordedNetwork(AccountId.of("amazon"), Optional.empty());

  /** Opens the records beside a process that routes; nothing that is sealed can be opened. */
  static LiveDesk fromEnv(Map<String, String> env) {
    return open(
        env,
        problems -> {
          StorePlace place = LiveConfig.collect(problems, () -> StoreSettings.placeFromEnv(env));
          return place == null ? null : () -> LiveStore.openForReading(place);
        });
  }

  /** Opens the records to write into them too, which a SQLite file takes from one at a time. */
  static LiveDesk forWriting(Map<String, String> env) {
    return open(
        env,
        problems -> {
          StoreSettings settings = LiveConfig.collect(problems, () -> StoreSettings.fromEnv(env));
          return settings == null ? null : () -> openForWriting(settings);
        });
  }

  private static LiveStore openForWriting(StoreSettings settings) {
    settings.place().requireDatabase();
    return LiveStore.open(settings, System.err);
  }

  private interface Opening {
    @Nullable Supplier<LiveStore> prepared(List<String> problems);
  }

  private static LiveDesk open(Map<String, String> env, Opening opening) {
    List<String> problems = new ArrayList<>();
    LiveConfig.applyLogLevel(env, problems);
    Supplier<LiveStore> store = opening.prepared(problems);
    String shopId = LiveConfig.value(env, "TIKTOK_SHOP_ID", "");
    if (shopId.isEmpty()) {
      problems.add("TIKTOK_SHOP_ID is required");
    }
    Intervals intervals = Intervals.fromEnv(env, problems);
    RecordedNetwork network = LiveConfig.collect(problems, () -> network(env));
    SkuMapper skuMapper = LiveConfig.collect(problems, () -> skuMapper(env));
    if (store == null || network == null || skuMapper == null || !problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return open(store.get(), ShopId.of(shopId), network, skuMapper, intervals);
  }

  private static LiveDesk open(
      LiveStore store,
      ShopId shop,
      RecordedNetwork network,
      SkuMapper skuMapper,
      Intervals intervals) {
    OrderRouter router =
        intervals
            .of(OrderRouter.builder())
            .salesChannel(new RecordedShop(shop))
            .fulfillmentNetwork(network)
            .store(store.orders())
            .scheduler(TaskScheduler.inProcess())
            .skuMapper(skuMapper)
            .build();
    return new LiveDesk(store, shop, !network.equals(NO_ACCOUNT), router);
  }

  /** The account's name follows from the credentials; the client that tells it is not used. */
  private static RecordedNetwork network(Map<String, String> env) {
    if (LiveConfig.value(env, "AMAZON_CLIENT_ID", "").isEmpty()) {
      return NO_ACCOUNT;
    }
    try (SellingPartnerClient client = LiveConfig.amazon(env).build()) {
      AmazonFulfillmentNetwork amazon = AmazonFulfillmentNetwork.of(client);
      return new RecordedNetwork(amazon.account(), amazon.createAllowance());
    }
  }

  private static SkuMapper skuMapper(Map<String, String> env) {
    return LiveConfig.value(env, "SKU_MAPPING_FILE", "").isEmpty()
        ? SkuMapper.identity()
        : LiveConfig.skuMapper(env);
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
