// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.ShadowReport.Outcome;
import io.mcfconnector.internal.ShadowChannel;
import io.mcfconnector.internal.ShadowNetwork;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShadowTest {

  private static final Set<String> CHANNEL_WRITES =
      Set.of("confirmShipment", "correctShipment", "approve", "cancel", "publishStock");
  private static final Set<String> CHANNEL_READS =
      Set.of(
          "code",
          "shop",
          "servedWarehouses",
          "cancelWindow",
          "guardedWarehouses",
          "authorizationEndsAt",
          "checkUp",
          "findChanged",
          "findOrders",
          "shippingProviders",
          "cancelRequests",
          "listings",
          "stockOf",
          "warehouseOf");
  private static final Set<String> NETWORK_WRITES = Set.of("create", "cancel");
  private static final Set<String> NETWORK_READS =
      Set.of(
          "account",
          "authorizationEndsAt",
          "checkUp",
          "orderLimits",
          "createAllowance",
          "preview",
          "find",
          "findWithDelivery",
          "findChanged",
          "findNames",
          "fulfillableUnits");

  private final RouterFixture world = new RouterFixture();

  @Test
  void channel_everyMethod_passesReadsOnly() {
    assertThat(names(SalesChannel.class)).isEqualTo(union(CHANNEL_WRITES, CHANNEL_READS));
    assertThat(passedOn(SalesChannel.class, ShadowChannel.class)).isEqualTo(CHANNEL_READS);
  }

  @Test
  void network_everyMethod_passesReadsOnly() {
    assertThat(names(FulfillmentNetwork.class)).isEqualTo(union(NETWORK_WRITES, NETWORK_READS));
    // Creating looks first whether the order is there; no quota is used up, so none is told.
    assertThat(passedOn(FulfillmentNetwork.class, ShadowNetwork.class))
        .isEqualTo(without(NETWORK_READS, "createAllowance"));
  }

  /** Calls every method of a shadow and returns the methods that reached what is behind it. */
  private static <T> Set<String> passedOn(Class<T> spi, Class<? extends T> shadow) {
    List<String> reached = new ArrayList<>();
    Object real =
        Proxy.newProxyInstance(
            spi.getClassLoader(),
            new Class<?>[] {spi},
            (proxy, method, arguments) -> {
              reached.add(method.getName());
              return method.getReturnType() == Optional.class ? Optional.empty() : null;
            });
    try {
      T tried = shadow.getConstructor(spi).newInstance(real);
      for (Method method : spi.getMethods()) {
        if (!Modifier.isStatic(method.getModifiers())) {
          method.invoke(
              tried, Arrays.stream(method.getParameterTypes()).map(Samples::of).toArray());
        }
      }
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new AssertionError("a method of the shadow cannot be tried", cause);
    }
    return Set.copyOf(reached);
  }

  private static Set<String> names(Class<?> spi) {
    return Set.copyOf(
        Arrays.stream(spi.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .toList());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Set.copyOf(Stream.concat(one.stream(), other.stream()).toList());
  }

  private static Set<String> without(Set<String> all, String one) {
    return Set.copyOf(all.stream().filter(name -> !name.equals(one)).toList());
  }

  /** Arguments that every method takes. */
  private static final class Samples {

    private Samples() {}

    static @Nullable Object of(Class<?> type) {
      if (type == Collection.class) {
        return List.of();
      }
      if (type == Order.class) {
        return Order.builder(OrderId.of("1"), ShopId.of("7001")).build();
      }
      if (type == FulfillmentOrder.class) {
        return new FulfillmentOrder(
            FulfillmentOrderId.of("TTS-1"),
            OrderId.of("1"),
            RouterFixture.START,
            ShippingSpeed.STANDARD,
            RouterFixture.CANARY,
            List.of());
      }
      return null;
    }
  }

  private Shadow shadow() {
    return OrderRouter.builder()
        .salesChannel(world.channel)
        .fulfillmentNetwork(world.network)
        .skuMapper(SkuMapper.of(Map.of("A", "M-A")))
        .clock(world.clock)
        .buildShadow();
  }

  @Test
  void run_order_isPlannedAndNotPlaced() {
    world.channel.put(world.order("1", "A", "A").build());

    ShadowReport report = shadow().run();

    assertThat(report.of(Outcome.PLACE)).hasSize(1);
    assertThat(report.toString()).doesNotContain(RouterFixture.CANARY.name());
    assertThat(world.network.find(FulfillmentOrderId.of("TTS-1"))).isEmpty();
  }

  @Test
  void run_orderAtNetworkWithParcel_tellsItsTracking() {
    OrderId id = world.place("1", "A");
    world.shipAll(id, "TBA1", PackageStatus.SHIPPED);

    ShadowReport report = shadow().run();

    assertThat(report.of(Outcome.AT_NETWORK)).hasSize(1);
    assertThat(report.tracking()).hasSize(1);
  }

  @Test
  void run_again_beginsAnew() {
    world.channel.put(world.order("1", "A").build());
    Shadow shadow = shadow();

    assertThat(shadow.run().of(Outcome.PLACE)).hasSize(1);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(shadow.run().of(Outcome.PLACE)).hasSize(1);
  }
}
