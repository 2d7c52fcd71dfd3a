// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The shop's products and what is left of them. */
final class Stockroom {

  private final Map<String, SimulatedProduct> products = new LinkedHashMap<>();
  private final Map<String, SimulatedProduct> productOfSku = new HashMap<>();
  private final Map<String, SimulatedProduct.Sku> skus = new LinkedHashMap<>();
  private final Map<String, Map<String, Count>> counts = new HashMap<>();

  Stockroom(List<SimulatedProduct> products) {
    for (SimulatedProduct product : products) {
      this.products.put(product.id(), product);
      for (SimulatedProduct.Sku sku : product.skus()) {
        skus.put(sku.id(), sku);
        productOfSku.put(sku.id(), product);
        Map<String, Count> byWarehouse = new TreeMap<>();
        sku.quantities()
            .forEach((warehouse, quantity) -> byWarehouse.put(warehouse, new Count(quantity)));
        counts.put(sku.id(), byWarehouse);
      }
    }
  }

  List<SimulatedProduct> products() {
    return new ArrayList<>(products.values());
  }

  @Nullable SimulatedProduct product(String productId) {
    return products.get(productId);
  }

  SimulatedProduct.@Nullable Sku findSku(String skuId) {
    return skus.get(skuId);
  }

  SimulatedProduct.Sku sku(String skuId) {
    SimulatedProduct.Sku sku = skus.get(skuId);
    if (sku == null) {
      throw new IllegalArgumentException("the simulated shop sells no SKU " + skuId);
    }
    return sku;
  }

  SimulatedProduct productOf(String skuId) {
    SimulatedProduct product = productOfSku.get(sku(skuId).id());
    if (product == null) {
      throw new IllegalStateException("SKU " + skuId + " has no product");
    }
    return product;
  }

  /** Returns what is there of a SKU, by warehouse; a bundle follows its components. */
  Map<String, Count> counts(String skuId) {
    SimulatedProduct.Sku sku = sku(skuId);
    return sku.isBundle() ? bundleCounts(sku) : own(skuId);
  }

  StockSnapshot snapshot(String skuId) {
    int available = 0;
    int committed = 0;
    int oversold = 0;
    for (Count count : counts(skuId).values()) {
      available += count.available;
      committed += count.committed;
      oversold += count.oversold;
    }
    return new StockSnapshot(available, committed, oversold);
  }

  void reserve(String skuId) {
    forEachPart(skuId, Count::reserve);
  }

  void release(String skuId) {
    forEachPart(skuId, Count::release);
  }

  /** Takes everything off sale that is there of a SKU. */
  void empty(String skuId) {
    forEachPart(skuId, count -> count.set(0));
  }

  void ship(String skuId) {
    forEachPart(skuId, Count::ship);
  }

  private void forEachPart(String skuId, Consumer<Count> change) {
    SimulatedProduct.Sku sku = sku(skuId);
    if (sku.isBundle()) {
      sku.components()
          .forEach(
              (component, units) -> {
                for (int unit = 0; unit < units; unit++) {
                  change.accept(first(component));
                }
              });
    } else {
      change.accept(first(skuId));
    }
  }

  private Count first(String skuId) {
    return own(skuId).computeIfAbsent(firstWarehouse(skuId), warehouse -> new Count(0));
  }

  private String firstWarehouse(String skuId) {
    return own(skuId).keySet().stream().findFirst().orElse(SampleCatalogue.WAREHOUSE);
  }

  private Map<String, Count> own(String skuId) {
    return counts.computeIfAbsent(skuId, id -> new TreeMap<>());
  }

  private Map<String, Count> bundleCounts(SimulatedProduct.Sku bundle) {
    Map<String, Count> smallest = new TreeMap<>();
    bundle
        .components()
        .forEach(
            (component, units) ->
                own(component)
                    .forEach(
                        (warehouse, count) ->
                            smallest.merge(
                                warehouse,
                                new Count(count.available / units),
                                (a, b) -> a.available <= b.available ? a : b)));
    return smallest;
  }

  /** Units of a SKU in one warehouse. */
  static final class Count {
    private int available;
    private int committed;
    private int oversold;

    private Count(int available) {
      this.available = available;
    }

    int available() {
      return available;
    }

    int committed() {
      return committed;
    }

    void set(int quantity) {
      available = quantity;
    }

    private void reserve() {
      committed++;
      if (available > 0) {
        available--;
      } else {
        oversold++;
      }
    }

    private void release() {
      committed--;
      available++;
    }

    private void ship() {
      committed--;
    }
  }
}
