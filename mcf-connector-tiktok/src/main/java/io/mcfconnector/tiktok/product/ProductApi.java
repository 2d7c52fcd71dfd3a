// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Pages;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Products of one shop and their stock, API versions 202502 (search) and 202309 (the rest).
 * Thread-safe.
 *
 * <p>Scopes: {@code seller.product.basic}, {@code seller.product.write}. Obtained from {@code
 * TikTokShopClient}. Wrong arguments throw {@code ApiException} of kind {@code REFUSED} and send
 * nothing.
 */
public final class ProductApi {

  /** Most products on one page. */
  public static final int MAX_PAGE_SIZE = 100;

  private static final Function<Answer, Product> PRODUCT = Json.decoder(Product.class);
  private static final Function<Answer, ProductInventory> INVENTORY =
      Json.decoder(ProductInventory.class);
  private static final Function<Answer, UpdateInventoryResult.SkuError> ERROR =
      Json.decoder(UpdateInventoryResult.SkuError.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public ProductApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns one page of products; a search ends at 10000 products.
   *
   * @param filter which products
   * @param pageSize at most {@value #MAX_PAGE_SIZE}
   * @param pageToken {@code null} for the first page, then {@link Page#nextPageToken()}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public Page<Product> searchProducts(
      ProductFilter filter, int pageSize, @Nullable String pageToken) {
    Rules rules = Rules.of("searchProducts");
    filter.check(rules);
    return transport.call(
        Calls.search(
                rules.operation(),
                Calls.page(
                    rules,
                    Calls.url(baseUrl, "product", "202502", "products", "search"),
                    pageSize,
                    MAX_PAGE_SIZE,
                    pageToken),
                ProductFilter.class,
                filter,
                answer -> Calls.page(answer, "products", PRODUCT, pageToken))
            .build());
  }

  /** Returns all products, page by page as they are consumed; a search ends at 10000 products. */
  public Stream<Product> products(ProductFilter filter) {
    return Pages.rows("searchProducts", token -> searchProducts(filter, MAX_PAGE_SIZE, token));
  }

  /**
   * Returns a product in full.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public Product getProduct(String productId) {
    Rules rules = Rules.of("getProduct");
    rules.id("product_id", productId);
    return transport.call(
        Calls.read(
                rules.operation(),
                Calls.url(baseUrl, "product", "202309", "products", productId),
                PRODUCT)
            .build());
  }

  /**
   * Returns the stock of SKUs or products; those TikTok does not know are absent.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<ProductInventory> searchInventory(InventoryFilter filter) {
    Rules rules = Rules.of("searchInventory");
    filter.check(rules);
    return transport.call(
        Calls.search(
                rules.operation(),
                Calls.url(baseUrl, "product", "202309", "inventory", "search"),
                InventoryFilter.class,
                filter,
                answer -> Calls.list(answer, "inventory", INVENTORY))
            .build());
  }

  /**
   * Returns the stock of any number of SKUs: as many calls as needed, whose answers are joined, so
   * that each product appears once. Repeated ids are asked for once.
   *
   * @throws io.mcfconnector.error.ApiException when a call failed; then nothing is returned
   */
  public List<ProductInventory> getInventory(Collection<String> skuIds) {
    List<String> wanted = skuIds.stream().distinct().toList();
    Map<String, List<ProductInventory.SkuInventory>> byProduct = new LinkedHashMap<>();
    for (int start = 0; start < wanted.size(); start += InventoryFilter.MAX_SKUS) {
      int end = Math.min(start + InventoryFilter.MAX_SKUS, wanted.size());
      for (ProductInventory found :
          searchInventory(new InventoryFilter(wanted.subList(start, end), null))) {
        byProduct
            .computeIfAbsent(
                Objects.requireNonNullElse(found.productId(), ""), id -> new ArrayList<>())
            .addAll(Objects.requireNonNullElse(found.skus(), List.of()));
      }
    }
    return byProduct.entrySet().stream()
        .map(entry -> new ProductInventory(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * Writes absolute stock figures. Success as a whole may still leave SKUs unchanged: see {@link
   * UpdateInventoryResult#errors()}.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public UpdateInventoryResult updateInventory(String productId, UpdateInventoryRequest request) {
    Rules rules = Rules.of("updateInventory");
    rules.id("product_id", productId);
    request.check(rules);
    return transport.call(
        Calls.write(
                rules.operation(),
                Calls.url(
                    baseUrl, "product", "202309", "products", productId, "inventory", "update"),
                UpdateInventoryRequest.class,
                request,
                answer -> new UpdateInventoryResult(Calls.list(answer, "errors", ERROR)))
            .build());
  }
}
