// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.SkuMapper.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTransformerTest {

  private static final ChannelSku MUG = sku("MUG");
  private static final ChannelSku TEA = sku("TEA");
  private static final ChannelSku TEA_SET = sku("TEA-SET");

  private static final SkuMapper MAPPER =
      mapping(
          Map.of(
              "MUG", List.of(new Component(Msku.of("FBA-MUG"), 1)),
              "TEA", List.of(new Component(Msku.of("FBA-TEA"), 2)),
              "TEA-SET",
                  List.of(
                      new Component(Msku.of("FBA-TEA"), 1), new Component(Msku.of("FBA-MUG"), 2))));

  private final OrderTransformer transformer = new OrderTransformer(MAPPER);

  @Test
  void plan_threeUnitsOfOneSku_areOneItem() {
    PlannedItems planned = transformer.plan(order(unit("a", MUG), unit("b", MUG), unit("c", MUG)));

    assertThat(planned.isComplete()).isTrue();
    assertThat(planned.items()).containsExactly(item("1", "FBA-MUG", "a", "b", "c"));
  }

  @Test
  void plan_severalSkus_numbersItemsInOrderOfFirstAppearance() {
    PlannedItems planned = transformer.plan(order(unit("a", TEA), unit("b", MUG), unit("c", TEA)));

    assertThat(planned.items())
        .containsExactly(item("1", "FBA-TEA", "a", "a", "c", "c"), item("2", "FBA-MUG", "b"));
  }

  @Test
  void plan_kit_sharesMskuWithSingleUnits() {
    PlannedItems planned = transformer.plan(order(unit("kit", TEA_SET), unit("mug", MUG)));

    assertThat(planned.items())
        .containsExactly(item("1", "FBA-TEA", "kit"), item("2", "FBA-MUG", "kit", "kit", "mug"));
  }

  @Test
  void plan_bundle_isExpandedBeforeMapping() {
    LineItem bundle =
        new LineItem(
            LineItemId.of("b"),
            sku("BREAKFAST"),
            List.of(new BundleComponent(TEA, 2), new BundleComponent(TEA_SET, 1)),
            LineItem.Status.OPEN,
            null);

    PlannedItems planned = transformer.plan(order(bundle));

    assertThat(planned.isComplete()).isTrue();
    assertThat(planned.items())
        .containsExactly(
            item("1", "FBA-TEA", "b", "b", "b", "b", "b"), item("2", "FBA-MUG", "b", "b"));
  }

  @Test
  void plan_unitsNotOpen_areLeftOut() {
    PlannedItems planned =
        transformer.plan(
            order(
                new LineItem(LineItemId.of("a"), MUG, List.of(), LineItem.Status.CANCELLED, null),
                unit("b", MUG),
                new LineItem(LineItemId.of("c"), TEA, List.of(), LineItem.Status.SHIPPED, null)));

    assertThat(planned.items()).containsExactly(item("1", "FBA-MUG", "b"));
  }

  @Test
  void plan_sameOrderTwice_isEqual() {
    Order order = order(unit("a", TEA_SET), unit("b", MUG), unit("c", TEA));

    assertThat(transformer.plan(order)).isEqualTo(transformer.plan(order));
  }

  @Test
  void plan_unmappedSku_isNamedOnceWithItsUnits() {
    ChannelSku unknown = sku("UNKNOWN");

    PlannedItems planned =
        transformer.plan(order(unit("a", unknown), unit("b", MUG), unit("c", unknown)));

    assertThat(planned.isComplete()).isFalse();
    assertThat(planned.items()).containsExactly(item("1", "FBA-MUG", "b"));
    assertThat(planned.unmapped())
        .containsExactly(
            new PlannedItems.Unmapped(
                unknown, List.of(LineItemId.of("a"), LineItemId.of("c")), null));
  }

  @Test
  void plan_bundleWithOneUnmappedComponent_isLeftOutAsAWhole() {
    LineItem bundle =
        new LineItem(
            LineItemId.of("b"),
            sku("BREAKFAST"),
            List.of(new BundleComponent(MUG, 1), new BundleComponent(sku("SPOON"), 1)),
            LineItem.Status.OPEN,
            null);

    PlannedItems planned = transformer.plan(order(bundle));

    assertThat(planned.items()).isEmpty();
    assertThat(planned.unmapped())
        .extracting(PlannedItems.Unmapped::sku)
        .containsExactly(sku("SPOON"));
  }

  @Test
  void plan_emptyListOfComponents_isNotServed() {
    OrderTransformer partial = new OrderTransformer(servingAllBut(TEA));

    PlannedItems planned = partial.plan(order(unit("a", TEA), unit("b", MUG), unit("c", TEA)));

    assertThat(planned.isComplete()).isFalse();
    assertThat(planned.unmapped()).isEmpty();
    assertThat(planned.unserved()).containsExactly(LineItemId.of("a"), LineItemId.of("c"));
    assertThat(planned.items()).containsExactly(item("1", "FBA-MUG", "b"));
  }

  @Test
  void plan_bundleWithOneComponentNotServed_isNotServedAsAWhole() {
    PlannedItems planned =
        new OrderTransformer(servingAllBut(TEA)).plan(order(bundleOf("b", MUG, TEA)));

    assertThat(planned.items()).isEmpty();
    assertThat(planned.unserved()).containsExactly(LineItemId.of("b"));
  }

  @Test
  void plan_bundleWithUnmappedAndNotServedComponents_isUnmapped() {
    PlannedItems planned =
        new OrderTransformer(servingAllBut(TEA)).plan(order(bundleOf("b", TEA, sku("SPOON"))));

    assertThat(planned.unserved()).isEmpty();
    assertThat(planned.unmapped())
        .extracting(PlannedItems.Unmapped::sku)
        .containsExactly(sku("SPOON"));
  }

  /** Random orders over random mappings: each open unit is planned whole, or named as a problem. */
  @Test
  void plan_randomOrders_noUnitPassesWithoutItsMapping() {
    Random random = new Random(20260302);
    for (int round = 0; round < 3_000; round++) {
      List<ChannelSku> skus =
          IntStream.range(0, 6).mapToObj(i -> sku("R" + random.nextInt(12))).distinct().toList();
      Map<String, List<Component>> known = new HashMap<>();
      for (ChannelSku sku : skus) {
        int parts = random.nextInt(5) - 1;
        if (parts >= 0) {
          known.put(
              nameOf(sku),
              IntStream.range(0, parts)
                  .mapToObj(i -> new Component(Msku.of("M" + random.nextInt(4)), 1 + i))
                  .toList());
        }
      }
      List<LineItem> lines =
          IntStream.range(0, 1 + random.nextInt(5))
              .mapToObj(i -> randomLine("line" + i, skus, random))
              .toList();

      PlannedItems planned = new OrderTransformer(mapping(known)).plan(order(lines));

      Map<String, Integer> expected = new TreeMap<>();
      Set<LineItemId> unserved = new HashSet<>();
      Set<LineItemId> unmapped = new HashSet<>();
      for (LineItem line : lines) {
        List<BundleComponent> parts =
            line.bundle().isEmpty() ? List.of(new BundleComponent(line.sku(), 1)) : line.bundle();
        if (parts.stream().anyMatch(part -> !known.containsKey(nameOf(part.sku())))) {
          unmapped.add(line.id());
        } else if (parts.stream()
            .anyMatch(part -> known.getOrDefault(nameOf(part.sku()), List.of()).isEmpty())) {
          unserved.add(line.id());
        } else {
          parts.forEach(
              part ->
                  known
                      .getOrDefault(nameOf(part.sku()), List.of())
                      .forEach(
                          component ->
                              expected.merge(
                                  component.msku() + " for " + line.id(),
                                  part.units() * component.units(),
                                  Integer::sum)));
        }
      }
      Map<String, Integer> shipped = new TreeMap<>();
      planned
          .items()
          .forEach(
              item ->
                  item.units()
                      .forEach(
                          unit -> shipped.merge(item.msku() + " for " + unit, 1, Integer::sum)));
      assertThat(shipped).isEqualTo(expected);
      assertThat(Set.copyOf(planned.unserved())).isEqualTo(unserved);
      assertThat(
              planned.unmapped().stream()
                  .flatMap(problem -> problem.lineItems().stream())
                  .collect(Collectors.toSet()))
          .isEqualTo(unmapped);
    }
  }

  private static LineItem randomLine(String id, List<ChannelSku> skus, Random random) {
    List<BundleComponent> bundle =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(
                i ->
                    new BundleComponent(
                        skus.get(random.nextInt(skus.size())), 1 + random.nextInt(3)))
            .toList();
    return new LineItem(
        LineItemId.of(id),
        skus.get(random.nextInt(skus.size())),
        bundle,
        LineItem.Status.OPEN,
        null);
  }

  private static LineItem bundleOf(String id, ChannelSku... parts) {
    return new LineItem(
        LineItemId.of(id),
        sku("BREAKFAST"),
        Arrays.stream(parts).map(part -> new BundleComponent(part, 1)).toList(),
        LineItem.Status.OPEN,
        null);
  }

  private static SkuMapper servingAllBut(ChannelSku never) {
    return (shop, sku) ->
        sku.equals(never) ? Optional.of(List.of()) : MAPPER.componentsOf(shop, sku);
  }

  @Test
  void plan_mapperThrows_countsAsUnmappedAndKeepsTheCause() {
    IllegalStateException failure = new IllegalStateException("mapping service is down");
    OrderTransformer failing =
        new OrderTransformer(
            (shop, sku) -> {
              if (sku.equals(TEA)) {
                throw failure;
              }
              return MAPPER.componentsOf(shop, sku);
            });

    PlannedItems planned = failing.plan(order(unit("a", TEA), unit("b", MUG)));

    assertThat(planned.items()).containsExactly(item("1", "FBA-MUG", "b"));
    assertThat(planned.unmapped())
        .containsExactly(new PlannedItems.Unmapped(TEA, List.of(LineItemId.of("a")), failure));
  }

  @Test
  void plan_mapperIsAskedOncePerSkuAndWithTheShop() {
    List<String> asked = new ArrayList<>();
    OrderTransformer asking =
        new OrderTransformer(
            (shop, sku) -> {
              asked.add(shop + " " + sku.id());
              return MAPPER.componentsOf(shop, sku);
            });

    asking.plan(order(unit("a", MUG), unit("b", MUG), unit("c", sku("X")), unit("d", sku("X"))));

    assertThat(asked).containsExactly("7000 id-MUG", "7000 id-X");
  }

  @ParameterizedTest
  @CsvSource({"1, 2147483647", "2147483647, 2147483647", "2147483647, 1", "101, 100"})
  void plan_absurdNumberOfUnits_countsAsUnmapped(int bundleUnits, int mappedUnits) {
    OrderTransformer absurd =
        new OrderTransformer(
            (shop, sku) -> Optional.of(List.of(new Component(Msku.of("M"), mappedUnits))));
    LineItem bundle =
        new LineItem(
            LineItemId.of("b"),
            sku("BREAKFAST"),
            List.of(new BundleComponent(MUG, bundleUnits)),
            LineItem.Status.OPEN,
            null);

    PlannedItems planned = absurd.plan(order(bundle));

    assertThat(planned.items()).isEmpty();
    assertThat(planned.unmapped())
        .singleElement()
        .satisfies(
            unmapped ->
                assertThat(unmapped.problem())
                    .hasMessageContaining((long) bundleUnits * mappedUnits + " units of MSKU M"));
  }

  @Test
  void toFulfillmentOrder_takesOrderDestinationAndItems() {
    Order order = order(unit("a", MUG));
    Address destination = Address.builder().name("Ada Example").countryCode("US").build();
    List<FulfillmentOrderItem> items = transformer.plan(order).items();

    FulfillmentOrder fulfillmentOrder =
        transformer.toFulfillmentOrder(FulfillmentOrderId.of("TTS-1"), order, destination, items);

    assertThat(fulfillmentOrder)
        .isEqualTo(
            new FulfillmentOrder(
                FulfillmentOrderId.of("TTS-1"),
                OrderId.of("1"),
                Instant.parse("2026-11-23T10:00:00Z"),
                ShippingSpeed.STANDARD,
                destination,
                items));
    assertThat(fulfillmentOrder.toString()).contains("TTS-1").doesNotContain("Ada");
  }

  @Test
  void toFulfillmentOrder_ownSpeedFunction_decides() {
    OrderTransformer fast = new OrderTransformer(MAPPER, order -> ShippingSpeed.PRIORITY);
    Order order = order(unit("a", MUG));

    FulfillmentOrder fulfillmentOrder =
        fast.toFulfillmentOrder(
            FulfillmentOrderId.of("TTS-1"),
            order,
            Address.builder().build(),
            fast.plan(order).items());

    assertThat(fulfillmentOrder.speed()).isEqualTo(ShippingSpeed.PRIORITY);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, STANDARD",
        "'', STANDARD",
        "Shipped by seller, STANDARD",
        "Standard shipping, STANDARD",
        "EXPRESS Shipping, EXPEDITED",
        "Expedited, EXPEDITED",
        "Next-Day delivery, EXPEDITED",
        "2-Day, EXPEDITED",
        "Overnight, EXPEDITED",
        "12 Day economy, STANDARD",
        "Expressway freight, STANDARD"
      })
  void speedByDeliveryOption_readsTheName(String name, ShippingSpeed expected) {
    Order order =
        order(unit("a", MUG)).toBuilder().deliveryOption("7311000000000000101", name).build();

    assertThat(OrderTransformer.speedByDeliveryOption(order)).isEqualTo(expected);
  }

  private static SkuMapper mapping(Map<String, List<Component>> components) {
    return (shop, sku) ->
        Optional.ofNullable(sku.sellerSku()).map(SellerSku::value).map(components::get);
  }

  private static String nameOf(ChannelSku sku) {
    return Objects.requireNonNull(sku.sellerSku()).value();
  }

  private static Order order(LineItem... lineItems) {
    return order(List.of(lineItems));
  }

  private static Order order(List<LineItem> lineItems) {
    return Order.builder(OrderId.of("1"), ShopId.of("7000"))
        .createdAt(Instant.parse("2026-11-23T10:00:00Z"))
        .lineItems(lineItems)
        .build();
  }

  private static LineItem unit(String id, ChannelSku sku) {
    return new LineItem(LineItemId.of(id), sku, List.of(), LineItem.Status.OPEN, null);
  }

  private static ChannelSku sku(String sellerSku) {
    return new ChannelSku(ChannelSkuId.of("id-" + sellerSku), SellerSku.of(sellerSku));
  }

  private static FulfillmentOrderItem item(String id, String msku, String... lineItems) {
    return new FulfillmentOrderItem(
        id, Msku.of(msku), List.of(lineItems).stream().map(LineItemId::of).toList());
  }
}
