// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cancellations to find, as it is on the wire; everything absent = all of the shop.
 *
 * @param cancelIds these
 * @param orderIds those of these orders
 * @param buyerUserIds those of these buyers
 * @param cancelTypes {@code CANCEL}, {@code BUYER_CANCEL}
 * @param cancelStatus such as {@code CANCELLATION_REQUEST_PENDING}; the filter's word for a
 *     cancelled request is {@code CANCELLATION_REQUEST_CANCEL}, answers say {@code …_CANCELLED}
 * @param createTimeGe made at this Unix second or later
 * @param createTimeLt made before this Unix second
 * @param updateTimeGe changed at this Unix second or later
 * @param updateTimeLt changed before this Unix second
 * @param locale language of texts, such as {@code en-US}
 */
public record CancellationFilter(
    @Json(name = "cancel_ids") @Nullable List<String> cancelIds,
    @Json(name = "order_ids") @Nullable List<String> orderIds,
    @Json(name = "buyer_user_ids") @Nullable List<String> buyerUserIds,
    @Json(name = "cancel_types") @Nullable List<String> cancelTypes,
    @Json(name = "cancel_status") @Nullable List<String> cancelStatus,
    @Json(name = "create_time_ge") @Nullable Long createTimeGe,
    @Json(name = "create_time_lt") @Nullable Long createTimeLt,
    @Json(name = "update_time_ge") @Nullable Long updateTimeGe,
    @Json(name = "update_time_lt") @Nullable Long updateTimeLt,
    @Nullable String locale) {

  private static final int MOST_IDS = 100;
  private static final String PENDING = "CANCELLATION_REQUEST_PENDING";
  private static final Set<String> TYPES = Set.of("CANCEL", "BUYER_CANCEL");
  private static final Set<String> STATUSES =
      Set.of(
          PENDING,
          "CANCELLATION_REQUEST_SUCCESS",
          "CANCELLATION_REQUEST_CANCEL",
          "CANCELLATION_REQUEST_COMPLETE");

  /** Returns a filter for all cancellations. */
  public static CancellationFilter all() {
    return new CancellationFilter(null, null, null, null, null, null, null, null, null, null);
  }

  /** Returns a filter for the cancellations of orders. */
  public static CancellationFilter ofOrders(List<String> orderIds) {
    return new CancellationFilter(null, orderIds, null, null, null, null, null, null, null, null);
  }

  /** Returns a filter for the requests of these orders' buyers that wait for an answer. */
  public static CancellationFilter pendingOfOrders(List<String> orderIds) {
    return new CancellationFilter(
        null, orderIds, null, null, List.of(PENDING), null, null, null, null, null);
  }

  void check(Rules rules) {
    rules.optionalIds("cancel_ids", cancelIds, MOST_IDS);
    rules.optionalIds("order_ids", orderIds, MOST_IDS);
    rules.optionalIds("buyer_user_ids", buyerUserIds, MOST_IDS);
    rules.optionalWords("cancel_types", cancelTypes, TYPES);
    rules.optionalWords("cancel_status", cancelStatus, STATUSES);
    rules.window("create_time", createTimeGe, createTimeLt);
    rules.window("update_time", updateTimeGe, updateTimeLt);
    rules.optionalText("locale", locale, 35);
  }
}
