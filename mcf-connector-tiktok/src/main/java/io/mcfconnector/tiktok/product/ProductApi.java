// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.product;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Products of one shop and their stock, API versions 202502 (search) and 202309 (stock).
 * Thread-safe.
 *
 * <p>Scopes: {@code seller.product.basic}, {@code seller.product.write}. Obtained from {@code
 * TikTokShopClient}.
 */
public final class ProductApi {

  private static final Function<Answer, ProductList> PRODUCTS = Json.decoder(ProductList.class);
  private static final Function<Answer, InventoryList> INVENTORY =
      Json.decoder(InventoryList.class);
  private static final Function<Answer, UpdateInventoryResult> UPDATED =
      Json.decoder(UpdateInventoryResult.class);

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
   * @param pageSize at most 100
   * @param pageToken {@code null} for the first page, then {@link ProductPage#nextPageToken()}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public ProductPage searchProducts(
      ProductFilter filter, int pageSize, @Nullable String pageToken) {
    return transport.call(
        Calls.search(
                "searchProducts",
                Calls.page(
                    Calls.url(baseUrl, "product", "202502", "products", "search"),
                    pageSize,
                    pageToken),
                ProductFilter.class,
                filter,
                answer -> page(answer, pageToken))
            .build());
  }

  /**
   * Returns the stock of SKUs or products; those TikTok does not know are absent.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<ProductInventory> searchInventory(InventoryFilter filter) {
    return transport.call(
        Calls.search(
                "searchInventory",
                Calls.url(baseUrl, "product", "202309", "inventory", "search"),
                InventoryFilter.class,
                filter,
                answer -> Calls.list(answer, "inventory", INVENTORY.apply(answer).inventory()))
            .build());
  }

  /**
   * Writes absolute stock figures. Success as a whole may still leave SKUs unchanged: see {@link
   * UpdateInventoryResult#errors()}.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public UpdateInventoryResult updateInventory(String productId, UpdateInventoryRequest request) {
    return transport.call(
        Calls.write(
                "updateInventory",
                Calls.url(
                    baseUrl, "product", "202309", "products", productId, "inventory", "update"),
                UpdateInventoryRequest.class,
                request,
                ProductApi::updated)
            .build());
  }

  private static ProductPage page(Answer answer, @Nullable String asked) {
    ProductList list = PRODUCTS.apply(answer);
    return new ProductPage(
        Calls.list(answer, "products", list.products()),
        Calls.nextPage(answer, asked, list.nextPageToken()),
        answer.requestId().orElse(null));
  }

  private static UpdateInventoryResult updated(Answer answer) {
    UpdateInventoryResult result = UPDATED.apply(answer);
    return new UpdateInventoryResult(Calls.list(answer, "errors", result.errors()));
  }
}
