// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.SkuMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A router between two fakes, in virtual time. */
final class RouterFixture {

  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  /** Nothing of this may show up anywhere but in the create call. */
  static final Address CANARY =
      Address.builder()
          .name("Zanzibara Quillfeather")
          .line1("4711 Snorkelberry Lane")
          .city("Austin")
          .stateOrRegion("TX")
          .postalCode("78701")
          .countryCode("US")
          .phone("512-555-0147")
          .build();

  final MutableClock clock = new MutableClock(START);
  final Faults faults = new Faults();
  final FakeSalesChannel channel = new FakeSalesChannel("7001", faults, clock);
  final FakeFulfillmentNetwork network = new FakeFulfillmentNetwork(faults, clock);
  final FaultyStore store = new FaultyStore(faults);
  final ManualScheduler scheduler = new ManualScheduler();
  final Map<String, List<SkuMapper.Component>> mapping = new ConcurrentHashMap<>();
  final List<RouterEvent> events = Collections.synchronizedList(new ArrayList<>());
  OrderRouter router;

  RouterFixture() {
    this(builder -> builder);
  }

  RouterFixture(UnaryOperator<OrderRouterBuilder> options) {
    for (String sku : List.of("A", "B", "C")) {
      map(sku, component("M-" + sku, 1));
    }
    this.router = newRouter(options);
  }

  static SkuMapper.Component component(String msku, int units) {
    return new SkuMapper.Component(Msku.of(msku), units);
  }

  void map(String sellerSku, SkuMapper.Component... components) {
    mapping.put(sellerSku, List.of(components));
  }

  OrderRouter newRouter(UnaryOperator<OrderRouterBuilder> options) {
    return options
        .apply(
            OrderRouter.builder()
                .salesChannel(channel)
                .fulfillmentNetwork(network)
                .store(store)
                .scheduler(scheduler)
                .skuMapper(new Mapping())
                .listener(events::add)
                .clock(clock))
        .build();
  }

  private final class Mapping implements EditableSkuMapper {

    @Override
    public Optional<List<SkuMapper.Component>> componentsOf(ShopId shop, ChannelSku sku) {
      return Optional.ofNullable(mapping.get(keyOf(sku)));
    }

    @Override
    public void put(ChannelSku sku, List<Component> components) {
      faults.call(
          "mapping.put",
          () -> {
            mapping.put(keyOf(sku), components);
            return sku;
          });
    }

    private static String keyOf(ChannelSku sku) {
      SellerSku sellerSku = sku.sellerSku();
      return sellerSku == null ? sku.id().value() : sellerSku.value();
    }
  }

  /** The process ends and a new one starts on the same store. */
  void restart() {
    router = newRouter(builder -> builder);
  }

  /** A paid order of these seller SKUs, one unit each, free to ship, changed a second ago. */
  Order.Builder order(String id, String... skus) {
    return order(channel, id, skus);
  }

  /** The same at another shop. */
  Order.Builder order(FakeSalesChannel shop, String id, String... skus) {
    Instant paid = clock.instant().minus(Duration.ofHours(2));
    List<LineItem> items =
        IntStream.range(0, skus.length).mapToObj(i -> unit(id + "-" + (i + 1), skus[i])).toList();
    return Order.builder(OrderId.of(id), shop.shop())
        .status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT")
        .traits(Set.of(OrderTrait.CHANNEL_HOLD))
        .createdAt(paid)
        .paidAt(paid)
        .updatedAt(clock.instant().minusSeconds(1))
        .deliveryOption("D1", "Standard shipping")
        .destination(CANARY)
        .lineItems(items);
  }

  static LineItem unit(String id, String sku) {
    return new LineItem(LineItemId.of(id), sku(sku), List.of(), LineItem.Status.OPEN, null);
  }

  static ChannelSku sku(String sellerSku) {
    return new ChannelSku(ChannelSkuId.of("SKU-" + sellerSku), SellerSku.of(sellerSku));
  }

  Listing listing(String sellerSku, int quantity) {
    return new Listing(
        "PRODUCT-" + sellerSku, sku(sellerSku), Map.of(FakeSalesChannel.WAREHOUSE, quantity));
  }

  OrderId place(String id, String... skus) {
    channel.put(order(id, skus).build());
    run();
    return OrderId.of(id);
  }

  RunReport run() {
    return router.runDue();
  }

  RunReport runAfter(Duration time) {
    clock.advance(time);
    return run();
  }

  /** Lets time pass, with a run of every duty each minute. */
  void pass(Duration time) {
    for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
      runAfter(Duration.ofMinutes(1));
    }
  }

  RoutingRecord record(OrderId id) {
    return router.status(id).orElseThrow();
  }

  RoutingState state(OrderId id) {
    return record(id).state();
  }

  FulfillmentOrderId first(OrderId id) {
    return FulfillmentOrderId.of("TTS", id, 1);
  }

  /** Ships everything in one parcel. */
  void shipAll(OrderId id, @Nullable String number, PackageStatus status) {
    FulfillmentOrderId fulfillment = record(id).fulfillmentOrderId();
    ShipmentPackage.Content[] contents =
        network.snapshot(fulfillment).items().stream()
            .map(item -> FakeFulfillmentNetwork.units(item.id(), item.ordered()))
            .toArray(ShipmentPackage.Content[]::new);
    network.shipments(
        fulfillment,
        FakeFulfillmentNetwork.shipment(
            "S1", FakeFulfillmentNetwork.parcel("1", number, status, contents)));
  }

  Review review(OrderId id) {
    return router.review(id).orElseThrow();
  }

  Optional<ReviewCode> reviewCode(OrderId id) {
    return Optional.ofNullable(record(id).review()).map(note -> note.code());
  }

  boolean repair(OrderId id, Repair.Kind kind) {
    return review(id).repairs().stream()
            .filter(repair -> repair.kind() == kind)
            .findFirst()
            .orElseThrow()
            .apply("pat")
        > 0;
  }

  <E extends RouterEvent> Stream<E> events(Class<E> type) {
    return List.copyOf(events).stream().filter(type::isInstance).map(type::cast);
  }
}
