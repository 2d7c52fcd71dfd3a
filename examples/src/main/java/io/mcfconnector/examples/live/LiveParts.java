// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.AmazonFulfillmentNetwork;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.jdbc.DatabaseInUseException;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.tiktok.TikTokSalesChannel;
import io.mcfconnector.tiktok.TikTokShopClient;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What the router of a configuration is made of: its store and the clients of both platforms.
 *
 * @param isOwner whether the store may be written; else another process routes on the SQLite file
 */
record LiveParts(
    LiveConfig config,
    LiveStore store,
    boolean isOwner,
    TikTokShopClient tiktok,
    SellingPartnerClient amazon)
    implements AutoCloseable {

  /** Opens them to route, or to do what a person decides. */
  static LiveParts open(LiveConfig config, PrintStream out) {
    return connect(config, LiveStore.open(config.store(), out), true);
  }

  /** Opens them to look at the platforms, also while another process routes on a SQLite file. */
  static LiveParts openToLook(LiveConfig config, PrintStream out) {
    try {
      return open(config, out);
    } catch (DatabaseInUseException routing) {
      DataKeys keys = config.store().keys();
      if (keys == null) {
        throw routing;
      }
      return connect(config, LiveStore.openForReading(config.store().place(), keys), false);
    }
  }

  private static LiveParts connect(LiveConfig config, LiveStore store, boolean isOwner) {
    TokenStore tokens =
        isOwner ? store.tokens() : new BorrowedTokens(store.tokens(), Clock.systemUTC());
    return new LiveParts(
        config,
        store,
        isOwner,
        config.tiktok().tokenStore(tokens).build(),
        config.amazon().tokenStore(tokens).build());
  }

  /** Returns the configuration of their router. */
  OrderRouterBuilder router() {
    return config
        .intervals()
        .of(OrderRouter.builder())
        .salesChannel(TikTokSalesChannel.of(tiktok))
        .fulfillmentNetwork(AmazonFulfillmentNetwork.of(amazon))
        .store(store.orders())
        .scheduler(store.scheduler())
        .skuMapper(config.skuMapper());
  }

  @Override
  public void close() {
    amazon.close();
    tiktok.close();
    store.close();
  }
}
