// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderLimits;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.testkit.VirtualTime;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A router between a shop and a network that answer at once and make no calls: nothing ever
 * changes, and of everything that is listed there is stock.
 */
final class OfflineWorld implements AutoCloseable {

  private static final String WAREHOUSE = "7000000000000000001";

  private final OrderRouter router;

  /**
   * Builds the router; it is not started.
   *
   * @param time what it lives in
   * @param store where it keeps what it knows
   * @param shop the shop
   * @param skus how many listings the shop has
   */
  OfflineWorld(VirtualTime time, OrderStore store, ShopId shop, int skus) {
    List<Listing> listings = IntStream.range(0, skus).mapToObj(OfflineWorld::listing).toList();
    Map<Msku, Integer> units =
        listings.stream().collect(Collectors.toMap(OfflineWorld::msku, listing -> 10));
    Map<String, Object> channel =
        Map.of(
            "code",
            "TTS",
            "shop",
            shop,
            "findChanged",
            new OrderPage(List.of(), List.of(), null),
            "servedWarehouses",
            Set.of(WAREHOUSE),
            "warehouseOf",
            WAREHOUSE);
    Map<String, Object> network =
        Map.of(
            "account",
            AccountId.of("amazon:A3EXAMPLE"),
            "orderLimits",
            OrderLimits.NONE,
            "fulfillableUnits",
            units);
    SkuMapper mapper =
        (anyShop, sku) ->
            Optional.ofNullable(sku.sellerSku())
                .map(seller -> List.of(new SkuMapper.Component(Msku.of("FBA-" + seller), 1)));
    router =
        OrderRouter.builder()
            .salesChannel(
                answering(
                    SalesChannel.class,
                    method -> method.equals("listings") ? listings.stream() : channel.get(method)))
            .fulfillmentNetwork(answering(FulfillmentNetwork.class, network::get))
            .store(store)
            .scheduler(time.scheduler())
            .skuMapper(mapper)
            .clock(time.clock())
            .build();
  }

  private static Listing listing(int number) {
    return new Listing(
        "17299" + number,
        new ChannelSku(ChannelSkuId.of("17311" + number), SellerSku.of("SKU-" + number)),
        Map.of(WAREHOUSE, 5));
  }

  private static Msku msku(Listing listing) {
    return Msku.of("FBA-" + listing.sku().sellerSku());
  }

  /** Gives the same answer to each call of a method; to the others none, or an empty one. */
  private static <T> T answering(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer = answers.apply(method.getName());
              if (answer != null) {
                return answer;
              }
              return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                case "toString" -> type.getSimpleName();
                default -> nothing(method);
              };
            }));
  }

  private static @Nullable Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Stream.class) {
      return Stream.of();
    }
    return type == Duration.class ? Duration.ZERO : null;
  }

  OrderRouter router() {
    return router;
  }

  @Override
  public void close() {
    router.close();
  }
}
