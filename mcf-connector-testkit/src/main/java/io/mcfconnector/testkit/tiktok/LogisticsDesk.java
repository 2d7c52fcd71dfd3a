// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import io.mcfconnector.testkit.http.Incoming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where the shop ships from and with whom. */
final class LogisticsDesk {

  static final String SELLER_OPTION = "7311000000000000101";
  static final String TIKTOK_OPTION = "7311000000000000102";
  private static final String RETURNS = "7411000000000000009";
  private static final long FIRST_CREATED = 7411000000000000100L;
  private static final Set<String> TYPES = Set.of("SALES_WAREHOUSE", "RETURN_WAREHOUSE");

  private record Warehouse(String id, String name, String type, boolean isDefault) {}

  private final ShopWorld world;
  private final boolean sellerShips;
  private final Set<String> withheldProviders;
  private final Map<String, Warehouse> warehouses = new LinkedHashMap<>();

  /**
   * Creates the desk.
   *
   * @param sellerShips whether the shop has a delivery option that the seller ships
   * @param withheldProviders names of carriers that this shop may not use
   */
  LogisticsDesk(ShopWorld world, boolean sellerShips, Set<String> withheldProviders) {
    this.world = world;
    this.sellerShips = sellerShips;
    this.withheldProviders = Set.copyOf(withheldProviders);
    add(SampleCatalogue.WAREHOUSE, "Amazon MCF East", "SALES_WAREHOUSE", true);
    add(SampleCatalogue.SECOND_WAREHOUSE, "Studio stock room", "SALES_WAREHOUSE", false);
    add(RETURNS, "Studio returns", "RETURN_WAREHOUSE", false);
  }

  Map<String, @Nullable Object> warehouses() {
    return new Fields()
        .with("warehouses", warehouses.values().stream().map(this::json).toList())
        .map();
  }

  Map<String, @Nullable Object> createWarehouse(Incoming request) {
    RequestBody warehouse = RequestBody.of(request).object("warehouse");
    String name = warehouse.required("name");
    String type = warehouse.required("type");
    Filters.oneOf(type, "body.warehouse.type", TYPES);
    RequestBody address = warehouse.object("address");
    address.required("region");
    address.required("address_line_1");
    String id = Long.toString(FIRST_CREATED + warehouses.size());
    add(id, name, type, Boolean.TRUE.equals(warehouse.flag("default_warehouse")));
    return new Fields().with("warehouse_id", id).map();
  }

  private void add(String id, String name, String type, boolean isDefault) {
    warehouses.put(id, new Warehouse(id, name, type, isDefault));
  }

  Map<String, @Nullable Object> deliveryOptions(String warehouseId) {
    if (!warehouses.containsKey(warehouseId)) {
      throw Refusal.business(11005004, "Warehouse is missing");
    }
    Map<String, @Nullable Object> tiktok = option(TIKTOK_OPTION, "Standard shipping", "STANDARD");
    Map<String, @Nullable Object> seller =
        option(SELLER_OPTION, "Shipped by seller", "SEND_BY_SELLER");
    return new Fields()
        .with("delivery_options", sellerShips ? List.of(seller, tiktok) : List.of(tiktok))
        .map();
  }

  Map<String, @Nullable Object> shippingProviders(String deliveryOptionId) {
    if (deliveryOptionId.equals(TIKTOK_OPTION)) {
      throw Refusal.business(21008117, "Delivery option is handled by TikTok, no provider list");
    }
    if (!deliveryOptionId.equals(SELLER_OPTION)) {
      throw Refusal.business(21008116, "Delivery option is not subscribed");
    }
    return new Fields().with("shipping_providers", Providers.list(withheldProviders)).map();
  }

  private Map<String, @Nullable Object> json(Warehouse warehouse) {
    boolean off = world.warehouses().isDisabled(warehouse.id());
    return new Fields()
        .with("id", warehouse.id())
        .with("entity_id", "7395" + warehouse.id().substring(4))
        .with("name", warehouse.name())
        .with("effect_status", off ? "DISABLED" : "ENABLED")
        .with("type", warehouse.type())
        .with("sub_type", "DOMESTIC_WAREHOUSE")
        .with("is_default", warehouse.isDefault())
        .with(
            "address",
            new Fields()
                .with("region", "United States")
                .with("state", "Ohio")
                .with("city", "Columbus")
                // Spelt so by TikTok.
                .with("distict", "")
                .with("town", "")
                .with("contact_person", "Warehouse Desk")
                .with("postal_code", "43204")
                .with("full_address", "1 Example Way, Columbus, Ohio 43204")
                .with("region_code", "US")
                .with("phone_number", "(+1)614-***-0100")
                .with("address_line1", "1 Example Way")
                .with("address_line2", "")
                .map())
        .map();
  }

  private static Map<String, @Nullable Object> option(String id, String name, String type) {
    return new Fields()
        .with("id", id)
        .with("name", name)
        .with("type", type)
        .with("description", name)
        .with("platform", List.of("TIKTOK_SHOP"))
        .map();
  }
}
