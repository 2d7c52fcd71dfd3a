// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another system calls an order, as it is on the wire.
 *
 * @param id the order's id there
 * @param platform the system, such as {@link #AMAZON}
 * @param lineItems its units there, 1 to 100
 */
public record ExternalOrder(
    @Nullable String id,
    @Nullable String platform,
    @Json(name = "line_items") @Nullable List<LineItem> lineItems) {

  /** TikTok's word for Amazon. */
  public static final String AMAZON = "AMAZON";

  private static final int LONGEST_ID = 128;
  private static final int MOST_LINES = 100;
  private static final Set<String> PLATFORMS =
      Set.of(
          "SHOPIFY",
          "WOOCOMMERCE",
          "BIGCOMMERCE",
          "MAGENTO",
          "SALESFORCE_COMMERCE_CLOUD",
          "CHANNEL_ADVISOR",
          AMAZON,
          "ORDER_MANAGEMENT_SYSTEM",
          "WAREHOUSE_MANAGEMENT_SYSTEM",
          "ERP_SYSTEM");

  void check(Rules rules, String path) {
    checkId(rules, path + ".id", id);
    checkPlatform(rules, path + ".platform", platform);
    List<LineItem> lines = rules.list(path + ".line_items", lineItems, 1, MOST_LINES);
    for (int i = 0; i < lines.size(); i++) {
      String at = path + ".line_items[" + i + "]";
      checkId(rules, at + ".id", lines.get(i).id());
      rules.id(at + ".origin_id", lines.get(i).originId());
    }
  }

  static void checkId(Rules rules, String path, @Nullable String id) {
    rules.text(path, id, LONGEST_ID);
  }

  static void checkPlatform(Rules rules, String path, @Nullable String platform) {
    rules.word(path, platform, PLATFORMS);
  }

  /**
   * What another system calls a unit.
   *
   * @param id the unit's id there
   * @param originId TikTok's id of the unit
   */
  public record LineItem(
      @Nullable String id, @Json(name = "origin_id") @Nullable String originId) {}
}
