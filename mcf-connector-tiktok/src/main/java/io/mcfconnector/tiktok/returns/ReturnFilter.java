// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.returns;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which returns to find, as it is on the wire; everything absent = all of the shop.
 *
 * @param returnIds these
 * @param orderIds those of these orders
 * @param buyerUserIds those of these buyers
 * @param returnTypes {@code REFUND}, {@code RETURN_AND_REFUND}, {@code REPLACEMENT}
 * @param returnStatus such as {@code RETURN_OR_REFUND_REQUEST_PENDING}
 * @param arbitrationStatus {@code IN_PROGRESS}, {@code SUPPORT_BUYER}, …
 * @param createTimeGe made at this Unix second or later
 * @param createTimeLt made before this Unix second
 * @param updateTimeGe changed at this Unix second or later
 * @param updateTimeLt changed before this Unix second
 * @param locale language of texts, such as {@code en-US}
 */
public record ReturnFilter(
    @Json(name = "return_ids") @Nullable List<String> returnIds,
    @Json(name = "order_ids") @Nullable List<String> orderIds,
    @Json(name = "buyer_user_ids") @Nullable List<String> buyerUserIds,
    @Json(name = "return_types") @Nullable List<String> returnTypes,
    @Json(name = "return_status") @Nullable List<String> returnStatus,
    @Json(name = "arbitration_status") @Nullable List<String> arbitrationStatus,
    @Json(name = "create_time_ge") @Nullable Long createTimeGe,
    @Json(name = "create_time_lt") @Nullable Long createTimeLt,
    @Json(name = "update_time_ge") @Nullable Long updateTimeGe,
    @Json(name = "update_time_lt") @Nullable Long updateTimeLt,
    @Nullable String locale) {

  private static final int MOST = 100;
  private static final Set<String> TYPES = Set.of("REFUND", "RETURN_AND_REFUND", "REPLACEMENT");

  /** Returns a filter for all returns. */
  public static ReturnFilter all() {
    return new ReturnFilter(null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Returns a filter for the returns of orders. */
  public static ReturnFilter ofOrders(List<String> orderIds) {
    return new ReturnFilter(null, orderIds, null, null, null, null, null, null, null, null, null);
  }

  void check(Rules rules) {
    rules.optionalIds("return_ids", returnIds, MOST);
    rules.optionalIds("order_ids", orderIds, MOST);
    rules.optionalIds("buyer_user_ids", buyerUserIds, MOST);
    rules.optionalWords("return_types", returnTypes, TYPES);
    words(rules, "return_status", returnStatus);
    words(rules, "arbitration_status", arbitrationStatus);
    rules.window("create_time", createTimeGe, createTimeLt);
    rules.window("update_time", updateTimeGe, updateTimeLt);
    rules.optionalText("locale", locale, 35);
  }

  /** TikTok spells some of these words in more than one way, so any word is sent. */
  private static void words(Rules rules, String path, @Nullable List<String> values) {
    if (values != null) {
      List<String> list = rules.list(path, values, 1, MOST);
      for (int i = 0; i < list.size(); i++) {
        rules.text(path + "[" + i + "]", list.get(i), 64);
      }
    }
  }
}
