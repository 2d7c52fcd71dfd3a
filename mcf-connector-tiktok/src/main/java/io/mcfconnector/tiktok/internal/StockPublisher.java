// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.Listing.Refusal;
import io.mcfconnector.model.Listing.StockLevel;
import io.mcfconnector.tiktok.product.ProductApi;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.SkuStock;
import io.mcfconnector.tiktok.product.UpdateInventoryRequest.WarehouseStock;
import io.mcfconnector.tiktok.product.UpdateInventoryResult.Detail;
import io.mcfconnector.tiktok.product.UpdateInventoryResult.SkuError;
import io.mcfconnector.tiktok.product.UpdateInventoryResult.WarehouseError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes stock, one call for each product. A SKU that TikTok refuses keeps no other from being
 * written. Thread-safe.
 */
public final class StockPublisher {

  /** The most that TikTok takes; to show fewer units than there are oversells nothing. */
  private static final int MAX_QUANTITY = 99_999;

  /** TikTok's codes for a figure that is out of range, which zero is for some shops. */
  private static final Set<String> OUT_OF_RANGE = Set.of("12052055", "12019024");

  private final ProductApi products;
  private final boolean leaveOne;

  /**
   * Creates a publisher.
   *
   * @param leaveOne whether a figure of zero that is refused is written as 1
   */
  public StockPublisher(ProductApi products, boolean leaveOne) {
    this.products = products;
    this.leaveOne = leaveOne;
  }

  /**
   * Writes absolute figures.
   *
   * @return the figures that TikTok did not take
   * @throws ApiException when a call failed for another reason than its content
   */
  public List<Refusal> publish(Collection<StockLevel> levels) {
    Map<String, Map<ChannelSkuId, Map<String, Integer>>> byProduct = new LinkedHashMap<>();
    for (StockLevel level : levels) {
      byProduct
          .computeIfAbsent(level.listing().productId(), product -> new LinkedHashMap<>())
          // TikTok wants every warehouse of a SKU: the others keep what they were read with.
          .computeIfAbsent(
              level.listing().sku().id(), sku -> new LinkedHashMap<>(level.listing().quantities()))
          .put(level.warehouseId(), Math.min(level.quantity(), MAX_QUANTITY));
    }
    List<Refusal> refusals = new ArrayList<>();
    byProduct.forEach((product, skus) -> publish(product, skus, refusals));
    if (leaveOne) {
      leaveOne(levels, refusals);
    }
    return List.copyOf(refusals);
  }

  /** The refusals stay: the figure is not the one that was asked for. */
  private void leaveOne(Collection<StockLevel> levels, List<Refusal> refusals) {
    Set<ChannelSkuId> refused =
        refusals.stream()
            .filter(refusal -> OUT_OF_RANGE.contains(refusal.code()))
            .map(Refusal::sku)
            .collect(Collectors.toSet());
    for (StockLevel level : levels) {
      if (level.quantity() == 0 && refused.contains(level.listing().sku().id())) {
        Map<String, Integer> quantities = new LinkedHashMap<>(level.listing().quantities());
        quantities.put(level.warehouseId(), 1);
        publish(
            level.listing().productId(), Map.of(level.listing().sku().id(), quantities), refusals);
      }
    }
  }

  private void publish(
      String product, Map<ChannelSkuId, Map<String, Integer>> skus, List<Refusal> refusals) {
    try {
      List<SkuError> errors = products.updateInventory(product, request(skus)).errors();
      if (errors != null) {
        errors.forEach(error -> refuse(error, skus, refusals));
      }
    } catch (ApiException e) {
      if (!isAboutContent(e)) {
        throw e;
      }
      if (skus.size() == 1) {
        skus.keySet().forEach(sku -> refusals.add(refusal(sku, e)));
      } else {
        // One bad SKU made TikTok refuse the whole call: the others deserve theirs.
        skus.forEach((sku, stock) -> publish(product, Map.of(sku, stock), refusals));
      }
    }
  }

  private static boolean isAboutContent(ApiException failure) {
    return switch (failure.kind()) {
      case REFUSED, STATE_CONFLICT, NOT_FOUND -> true;
      default -> false;
    };
  }

  private static UpdateInventoryRequest request(Map<ChannelSkuId, Map<String, Integer>> skus) {
    List<SkuStock> stocks = new ArrayList<>();
    skus.forEach((sku, quantities) -> stocks.add(new SkuStock(sku.value(), stock(quantities))));
    return new UpdateInventoryRequest(stocks);
  }

  private static List<WarehouseStock> stock(Map<String, Integer> quantities) {
    List<WarehouseStock> stock = new ArrayList<>();
    quantities.forEach((warehouse, units) -> stock.add(WarehouseStock.of(warehouse, units)));
    return stock;
  }

  private static Refusal refusal(ChannelSkuId sku, ApiException failure) {
    return new Refusal(
        sku, failure.platformCode().orElse(""), String.valueOf(failure.getMessage()));
  }

  private static void refuse(
      SkuError error, Map<ChannelSkuId, Map<String, Integer>> skus, List<Refusal> refusals) {
    Detail detail = error.detail();
    WarehouseError first = detail == null ? null : first(detail.extraErrors());
    String code = text(first == null ? error.code() : first.code());
    String message = text(first == null ? error.message() : first.message());
    String named = detail == null ? null : detail.skuId();
    skus.keySet().stream()
        // An error that names no SKU may be about any of them.
        .filter(sku -> named == null || named.isEmpty() || named.equals(sku.value()))
        .forEach(sku -> refusals.add(new Refusal(sku, code, message)));
  }

  private static @Nullable WarehouseError first(@Nullable List<WarehouseError> errors) {
    return errors == null
        ? null
        : errors.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
