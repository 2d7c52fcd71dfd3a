// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import io.mcfconnector.testkit.tiktok.Stockroom.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes new quantities: absolute, for every warehouse of a SKU. */
final class StockDesk {

  private static final int MOST_UNITS = 99_999;
  private static final int CHECK_FAILED = 12052990;

  private final ShopWorld world;
  private final boolean zeroAccepted;
  private final Set<String> locked = new HashSet<>();

  StockDesk(ShopWorld world, boolean zeroAccepted) {
    this.world = world;
    this.zeroAccepted = zeroAccepted;
  }

  /** Lets a promotion begin: stock of the SKU cannot go down any more. */
  void lock(String skuId) {
    locked.add(skuId);
  }

  Map<String, @Nullable Object> update(String productId, Incoming request) {
    world.orders();
    SimulatedProduct product = world.stock().product(productId);
    if (product == null) {
      throw Refusal.business(12052031, "Product does not exist");
    }
    List<Change> changes =
        RequestBody.of(request).objects("skus").stream().map(this::change).toList();
    changes.forEach(change -> checkWhole(product, change));
    List<Map<String, @Nullable Object>> errors = new ArrayList<>();
    for (Change change : changes) {
      Map<String, @Nullable Object> error = write(change);
      if (error != null) {
        errors.add(error);
      }
    }
    return errors.isEmpty() ? new Fields().map() : new Fields().with("errors", errors).map();
  }

  private Change change(RequestBody sku) {
    String skuId = sku.required("id");
    Map<String, Integer> quantities = new HashMap<>();
    for (RequestBody inventory : sku.objects("inventory")) {
      String warehouse = inventory.text("warehouse_id");
      Long quantity = inventory.integer("quantity");
      if (quantity == null) {
        throw Refusal.parameter("param body.skus.inventory.quantity is missing");
      }
      if (quantity < (zeroAccepted ? 0 : 1) || quantity > MOST_UNITS) {
        throw Refusal.business(12052055, "Quantity out of range");
      }
      quantities.put(warehouse == null ? onlyWarehouse(skuId) : warehouse, quantity.intValue());
    }
    return new Change(skuId, quantities);
  }

  private String onlyWarehouse(String skuId) {
    Set<String> warehouses = warehouses(skuId);
    if (warehouses.size() != 1) {
      throw Refusal.business(12019028, "Several warehouses: all must be listed");
    }
    return warehouses.iterator().next();
  }

  private Set<String> warehouses(String skuId) {
    return world.stock().findSku(skuId) == null ? Set.of() : world.stock().counts(skuId).keySet();
  }

  /** Checks what makes TikTok refuse the whole call. */
  private void checkWhole(SimulatedProduct product, Change change) {
    if (product.skus().stream().noneMatch(sku -> sku.id().equals(change.skuId))) {
      throw Refusal.business(12052556, "SKU does not exist in this product");
    }
    if (world.stock().sku(change.skuId).isBundle()) {
      throw Refusal.business(12052850, "Stock of a combo cannot be edited");
    }
    Set<String> warehouses = warehouses(change.skuId);
    if (!warehouses.containsAll(change.quantities.keySet())) {
      throw Refusal.business(12052530, "Warehouse does not belong to the SKU");
    }
    if (!change.quantities.keySet().containsAll(warehouses)) {
      throw Refusal.business(12019028, "Several warehouses: all must be listed");
    }
  }

  /** Writes one SKU; returns what kept TikTok from it, beside a code of success. */
  private @Nullable Map<String, @Nullable Object> write(Change change) {
    Map<String, Count> counts = world.stock().counts(change.skuId);
    for (Map.Entry<String, Integer> entry : change.quantities.entrySet()) {
      Count count = counts.get(entry.getKey());
      if (world.warehouses().isDisabled(entry.getKey())) {
        return error(change.skuId, entry.getKey(), 12052531, "The warehouse is disabled.");
      }
      if (count != null && locked.contains(change.skuId) && entry.getValue() < count.available()) {
        return error(
            change.skuId, entry.getKey(), 12052393, "Locked by a promotion, stock cannot go down");
      }
    }
    change.quantities.forEach(
        (warehouse, quantity) -> {
          Count count = counts.get(warehouse);
          if (count != null) {
            count.set(quantity);
          }
        });
    return null;
  }

  private static Map<String, @Nullable Object> error(
      String skuId, String warehouseId, int code, String message) {
    return new Fields()
        .with("code", CHECK_FAILED)
        .with("message", "Check failed")
        .with(
            "detail",
            new Fields()
                .with("sku_id", skuId)
                .with(
                    "extra_errors",
                    List.of(
                        new Fields()
                            .with("warehouse_id", warehouseId)
                            .with("code", code)
                            .with("message", message)
                            .map()))
                .map())
        .map();
  }

  private record Change(String skuId, Map<String, Integer> quantities) {}
}
