// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.transport.ApiCall;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;

/**
 * What only the sandbox of FBA Inventory can do: make products and give them stock, which orders of
 * the sandbox then use up. Production answers with an error. Thread-safe.
 */
public final class FbaInventorySandboxApi {

  /** Not published; the sandbox allows 5 a second for every operation. */
  private static final Quota QUOTA = new Quota(1, 1);

  private final Endpoint api;

  FbaInventorySandboxApi(Endpoint api) {
    this.api = api;
  }

  /** Makes a product without stock. */
  public void createInventoryItem(CreateInventoryItemRequest request) {
    String operation = "createInventoryItem";
    RequestCheck at = RequestCheck.of(operation);
    at.text(request.sellerSku(), ANY_LENGTH, "sellerSku");
    at.text(request.marketplaceId(), ANY_LENGTH, "marketplaceId");
    at.text(request.productName(), ANY_LENGTH, "productName");
    api.write(
        operation,
        "POST",
        api.url("items"),
        QUOTA,
        CreateInventoryItemRequest.class,
        request,
        Endpoint::acknowledged);
  }

  /**
   * Adds units to products.
   *
   * @param idempotencyToken the same token adds the same units once
   * @param request what and how many
   */
  public void addInventory(String idempotencyToken, AddInventoryRequest request) {
    String operation = "addInventory";
    RequestCheck at = RequestCheck.of(operation);
    at.text(idempotencyToken, ANY_LENGTH, "x-amzn-idempotency-token");
    at.size(request.inventoryItems(), ANY_LENGTH, "inventoryItems");
    at.each(
        request.inventoryItems(),
        "inventoryItems",
        (element, item) -> {
          element.text(item.sellerSku(), ANY_LENGTH, "sellerSku");
          element.text(item.marketplaceId(), ANY_LENGTH, "marketplaceId");
          element.units(item.quantity(), 0, "quantity");
        });
    api.send(
        ApiCall.write(
                operation,
                "POST",
                api.url("items", "inventory").build(),
                QUOTA,
                Endpoint::acknowledged)
            .header("x-amzn-idempotency-token", idempotencyToken)
            .json(Json.encode(AddInventoryRequest.class, request))
            .build());
  }

  /** Removes a product. */
  public void deleteInventoryItem(String marketplaceId, String sellerSku) {
    String operation = "deleteInventoryItem";
    RequestCheck at = RequestCheck.of(operation);
    at.text(marketplaceId, ANY_LENGTH, "marketplaceId");
    at.pathText(sellerSku, ANY_LENGTH, "sellerSku");
    api.act(
        operation,
        "DELETE",
        api.url("items", sellerSku).addQueryParameter("marketplaceId", marketplaceId),
        QUOTA);
  }
}
