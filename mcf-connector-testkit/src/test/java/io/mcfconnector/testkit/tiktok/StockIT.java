// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.tiktok.Caller.Answer;
import io.mcfconnector.testkit.tiktok.SimulatedProduct.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockIT extends SimulatorTestBase {

  private static final String PRODUCTS = "/product/202502/products/search";
  private static final String INVENTORY = "/product/202309/inventory/search";
  private static final String EAST = SampleCatalogue.WAREHOUSE;
  private static final String STUDIO = SampleCatalogue.SECOND_WAREHOUSE;
  private static final String BOARD = "1731100000000000001";
  private static final String VASES = "1731100000000000007";
  private static final String VASE = "1731100000000000071";

  @Override
  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    List<SimulatedProduct> products = new ArrayList<>(SampleCatalogue.products());
    Sku vase = new Sku(VASE, "HL-VAS", "Blue", "9.00", Map.of(EAST, 10, STUDIO, 3), Map.of());
    products.add(new SimulatedProduct(VASES, "Harbor Lane Vase", List.of(vase)));
    return builder.products(products).zeroStockAccepted(false);
  }

  @Test
  void searchProducts_pageByPage_findsAll() {
    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      Answer page =
          caller.post(PRODUCTS, "{\"status\":\"ALL\"}", "page_size", "3", "page_token", token);
      for (int i = 0; i < page.list("data.products").size(); i++) {
        ids.add(page.text("data.products." + i + ".id"));
      }
      token = page.text("data.next_page_token");
    } while (!token.isEmpty());

    assertThat(ids).hasSize(7).doesNotHaveDuplicates().startsWith(BOARD).endsWith(VASES);
  }

  @Test
  void searchProducts_bySku_findsItsProduct() {
    Answer byText = searchProducts("{\"seller_skus\":[\"HL-VAS\"]}");
    Answer byId = searchProducts("{\"sku_ids\":[\"" + SampleCatalogue.BOARD_SMALL + "\"]}");

    assertThat(byText.list("data.products")).hasSize(1);
    assertThat(byText.number("data.products.0.skus.0.inventory.1.quantity")).isEqualTo(3);
    assertThat(byId.list("data.products.0.skus")).hasSize(2);
    assertThat(searchProducts("{\"status\":\"DELETED\"}").list("data.products")).isEmpty();
  }

  @Test
  void searchProducts_badParameters_areRefused() {
    String eleven = String.join("\",\"", Collections.nCopies(11, "x"));

    assertThat(searchProducts("{\"sku_ids\":[\"" + eleven + "\"]}").code()).isEqualTo(36009004);
    assertThat(searchProducts("{\"status\":\"SOLD\"}").code()).isEqualTo(36009004);
    assertThat(caller.post(PRODUCTS, "").code()).isEqualTo(36009004);
  }

  @Test
  void newOrder_always_movesUnitsFromAvailableToCommitted() {
    added(samples.severalUnits());

    Answer answer = inventory(SampleCatalogue.MUG_BLUE, SampleCatalogue.KITCHEN_KIT);

    assertThat(answer.number("data.inventory.0.skus.0.total_available_quantity")).isEqualTo(997);
    assertThat(answer.number("data.inventory.0.skus.0.total_committed_quantity")).isEqualTo(3);
    assertThat(answer.text("data.inventory.0.skus.0.warehouse_inventory.0.warehouse_id"))
        .isEqualTo(EAST);
    assertThat(answer.number("data.inventory.1.skus.0.total_available_quantity"))
        .as("a bundle follows its scarcest component")
        .isEqualTo(498);
  }

  @Test
  void newOrder_ofSoldOutSku_isOversold() {
    assertThat(update(BOARD, sku(SampleCatalogue.BOARD_LARGE, EAST, 1)).code()).isZero();
    added(samples.plain());
    added(samples.plain());

    assertThat(simulator.stock(SampleCatalogue.BOARD_LARGE)).isEqualTo(new StockSnapshot(0, 2, 1));
  }

  @Test
  void searchInventory_byProduct_findsItsSkus() {
    Answer answer = caller.post(INVENTORY, "{\"product_ids\":[\"" + BOARD + "\"]}");

    assertThat(answer.list("data.inventory.0.skus")).hasSize(2);
    assertThat(caller.post(INVENTORY, "{}").code()).isEqualTo(36009004);
  }

  @Test
  void update_everyWarehouse_setsAbsoluteQuantities() {
    Answer answer = update(VASES, sku(VASE, EAST, 42, STUDIO, 7));

    assertThat(answer.code()).isZero();
    assertThat(answer.at("data")).isEqualTo(Map.of());
    assertThat(simulator.stock(VASE)).isEqualTo(new StockSnapshot(49, 0, 0));
  }

  @Test
  void update_onlyWarehouse_mayStayUnnamed() {
    Answer answer =
        update(
            BOARD,
            "{\"id\":\"" + SampleCatalogue.BOARD_LARGE + "\",\"inventory\":[{\"quantity\":5}]}");

    assertThat(answer.code()).isZero();
    assertThat(simulator.stock(SampleCatalogue.BOARD_LARGE).available()).isEqualTo(5);
  }

  @Test
  void update_warehousesMissingOrForeign_areRefused() {
    assertThat(update(VASES, sku(VASE, EAST, 42)).code()).isEqualTo(12019028);
    assertThat(update(VASES, "{\"id\":\"" + VASE + "\",\"inventory\":[{\"quantity\":5}]}").code())
        .isEqualTo(12019028);
    assertThat(update(BOARD, sku(SampleCatalogue.BOARD_LARGE, STUDIO, 1)).code())
        .isEqualTo(12052530);
    assertThat(simulator.stock(VASE).available()).isEqualTo(13);
  }

  @Test
  void update_quantityOutOfRange_isRefused() {
    assertThat(update(VASES, sku(VASE, EAST, 100_000, STUDIO, 1)).code()).isEqualTo(12052055);
    assertThat(update(VASES, sku(VASE, EAST, 0, STUDIO, 1)).code()).isEqualTo(12052055);
    assertThat(update(VASES, sku(VASE, EAST, -1, STUDIO, 1)).code()).isEqualTo(12052055);
    assertThat(
            update(VASES, "{\"id\":\"" + VASE + "\",\"inventory\":[{\"warehouse_id\":\"1\"}]}")
                .code())
        .isEqualTo(36009004);
    assertThat(update(VASES, "{\"id\":\"" + VASE + "\"}").code()).isEqualTo(36009004);
    assertThat(update(VASES, "1").code()).isEqualTo(36009004);
  }

  @Test
  void update_unknownProductSkuOrBundle_isRefused() {
    assertThat(update("1", sku(VASE, EAST, 1, STUDIO, 1)).code()).isEqualTo(12052031);
    assertThat(update(BOARD, sku(VASE, EAST, 1, STUDIO, 1)).code()).isEqualTo(12052556);
    assertThat(update("1731100000000000003", sku(SampleCatalogue.KITCHEN_KIT, EAST, 1)).code())
        .isEqualTo(12052850);
  }

  @Test
  void update_lockedSku_failsBesideOthersThatWork() {
    simulator.lockStock(SampleCatalogue.BOARD_LARGE);

    Answer answer =
        update(
            BOARD,
            sku(SampleCatalogue.BOARD_LARGE, EAST, 5)
                + ","
                + sku(SampleCatalogue.BOARD_SMALL, EAST, 6));

    assertThat(answer.code()).isZero();
    assertThat(answer.list("data.errors")).hasSize(1);
    assertThat(answer.number("data.errors.0.code")).isEqualTo(12052990);
    assertThat(answer.text("data.errors.0.detail.sku_id")).isEqualTo(SampleCatalogue.BOARD_LARGE);
    assertThat(answer.number("data.errors.0.detail.extra_errors.0.code")).isEqualTo(12052393);
    assertThat(simulator.stock(SampleCatalogue.BOARD_LARGE).available()).isEqualTo(1000);
    assertThat(simulator.stock(SampleCatalogue.BOARD_SMALL).available()).isEqualTo(6);
    assertThat(update(BOARD, sku(SampleCatalogue.BOARD_LARGE, EAST, 1001)).list("data.errors"))
        .as("it may go up")
        .isEmpty();
  }

  @Test
  void update_disabledWarehouse_failsForItsSku() {
    simulator.disableWarehouse(STUDIO);

    Answer answer = update(VASES, sku(VASE, EAST, 5, STUDIO, 5));

    assertThat(answer.text("data.errors.0.detail.extra_errors.0.warehouse_id")).isEqualTo(STUDIO);
    assertThat(answer.number("data.errors.0.detail.extra_errors.0.code")).isEqualTo(12052531);
    assertThat(simulator.stock(VASE).available()).isEqualTo(13);
  }

  private Answer searchProducts(String body) {
    return caller.post(PRODUCTS, body, "page_size", "100");
  }

  private Answer inventory(String... skuIds) {
    return caller.post(INVENTORY, "{\"sku_ids\":[\"" + String.join("\",\"", skuIds) + "\"]}");
  }

  private Answer update(String productId, String skus) {
    return caller.post(
        "/product/202309/products/" + productId + "/inventory/update", "{\"skus\":[" + skus + "]}");
  }

  private static String sku(String id, Object... warehousesAndQuantities) {
    List<String> inventory = new ArrayList<>();
    for (int i = 0; i < warehousesAndQuantities.length; i += 2) {
      inventory.add(
          "{\"warehouse_id\":\""
              + warehousesAndQuantities[i]
              + "\",\"quantity\":"
              + warehousesAndQuantities[i + 1]
              + "}");
    }
    return "{\"id\":\"" + id + "\",\"inventory\":[" + String.join(",", inventory) + "]}";
  }
}
