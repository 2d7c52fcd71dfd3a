// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transform;

import io.mcfconnector.model.BundleComponent;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.SkuMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the units of one order by MSKU. Used once. */
final class ItemPlanner {

  /** More units than this for one unit sold is a typing error, and would fill the memory. */
  private static final long MAX_UNITS = 10_000;

  private final ShopId shop;
  private final SkuMapper skuMapper;
  private final Map<ChannelSku, Mapping> mappings = new LinkedHashMap<>();
  private final Map<Msku, List<LineItemId>> units = new LinkedHashMap<>();
  private final Map<ChannelSku, List<LineItemId>> waiting = new LinkedHashMap<>();
  private final List<LineItemId> unserved = new ArrayList<>();

  ItemPlanner(ShopId shop, SkuMapper skuMapper) {
    this.shop = shop;
    this.skuMapper = skuMapper;
  }

  PlannedItems plan(List<LineItem> lineItems) {
    lineItems.forEach(this::add);
    List<FulfillmentOrderItem> items = new ArrayList<>();
    units.forEach(
        (msku, ids) ->
            items.add(new FulfillmentOrderItem(String.valueOf(items.size() + 1), msku, ids)));
    List<PlannedItems.Unmapped> unmapped = new ArrayList<>();
    waiting.forEach(
        (sku, ids) -> unmapped.add(new PlannedItems.Unmapped(sku, ids, mapping(sku).problem())));
    return new PlannedItems(items, unmapped, unserved);
  }

  private void add(LineItem lineItem) {
    List<BundleComponent> parts =
        lineItem.bundle().isEmpty()
            ? List.of(new BundleComponent(lineItem.sku(), 1))
            : lineItem.bundle();
    // All of a unit or nothing: half a bundle must not ship.
    boolean mapped = true;
    boolean served = true;
    for (BundleComponent part : parts) {
      Mapping mapping = mapping(part);
      if (!mapping.known()) {
        waiting.computeIfAbsent(part.sku(), sku -> new ArrayList<>()).add(lineItem.id());
        mapped = false;
      } else if (mapping.components().isEmpty()) {
        served = false;
      }
    }
    if (mapped && served) {
      parts.forEach(part -> addUnits(lineItem.id(), part));
    } else if (mapped) {
      unserved.add(lineItem.id());
    }
  }

  private void addUnits(LineItemId lineItem, BundleComponent part) {
    for (SkuMapper.Component component : mapping(part.sku()).components()) {
      List<LineItemId> ids = units.computeIfAbsent(component.msku(), msku -> new ArrayList<>());
      for (int unit = 0; unit < part.units() * component.units(); unit++) {
        ids.add(lineItem);
      }
    }
  }

  private Mapping mapping(BundleComponent part) {
    Mapping mapping = mapping(part.sku());
    for (SkuMapper.Component component : mapping.components()) {
      if ((long) part.units() * component.units() > MAX_UNITS) {
        mapping = Mapping.unusable(tooManyUnits(part, component));
        mappings.put(part.sku(), mapping);
        break;
      }
    }
    return mapping;
  }

  private static IllegalArgumentException tooManyUnits(
      BundleComponent part, SkuMapper.Component component) {
    return new IllegalArgumentException(
        "one unit sold would mean "
            + (long) part.units() * component.units()
            + " units of MSKU "
            + component.msku()
            + "; the most is "
            + MAX_UNITS);
  }

  private Mapping mapping(ChannelSku sku) {
    return mappings.computeIfAbsent(sku, this::ask);
  }

  private Mapping ask(ChannelSku sku) {
    try {
      Optional<List<SkuMapper.Component>> answer = skuMapper.componentsOf(shop, sku);
      return answer.isEmpty() ? Mapping.NONE : new Mapping(true, List.copyOf(answer.get()), null);
    } catch (RuntimeException e) {
      return Mapping.unusable(e);
    }
  }

  /**
   * The mapper's answer for a SKU.
   *
   * @param known whether it says what to ship, be it nothing
   * @param components what to ship
   * @param problem what the mapper did wrong; absent when it did nothing wrong
   */
  private record Mapping(
      boolean known, List<SkuMapper.Component> components, @Nullable RuntimeException problem) {
    private static final Mapping NONE = new Mapping(false, List.of(), null);

    static Mapping unusable(RuntimeException problem) {
      return new Mapping(false, List.of(), problem);
    }
  }
}
