// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;

/** TikTok's words of the US for why a seller cancels; they depend on the order's status. */
public final class CancelReasons {

  private CancelReasons() {}

  /**
   * Returns the word for a reason.
   *
   * @throws ApiException of kind {@code REFUSED} when TikTok has none for an order of this status
   */
  public static String of(Order order, CancelReason reason) {
    return order.status() == OrderStatus.UNPAID ? unpaid(reason) : paid(reason);
  }

  private static String paid(CancelReason reason) {
    return switch (reason) {
      case OUT_OF_STOCK -> "seller_cancel_reason_out_of_stock";
      case WRONG_PRICE -> "seller_cancel_reason_wrong_price";
      case ADDRESS_NOT_DELIVERABLE -> "seller_cancel_paid_reason_address_not_deliver";
      case BUYER_REQUESTED -> "seller_cancel_paid_reason_buyer_requested_cancellation";
    };
  }

  private static String unpaid(CancelReason reason) {
    return switch (reason) {
      case OUT_OF_STOCK -> "seller_cancel_unpaid_reason_out_of_stock";
      case WRONG_PRICE -> "seller_cancel_unpaid_reason_wrong_price";
      case BUYER_REQUESTED -> "seller_cancel_unpaid_reason_buyer_requested_cancellation";
      case ADDRESS_NOT_DELIVERABLE ->
          throw ApiException.builder("cancelOrder", FailureKind.REFUSED)
              .detail("an order that is not paid cannot be cancelled for its address")
              .build();
    };
  }
}
