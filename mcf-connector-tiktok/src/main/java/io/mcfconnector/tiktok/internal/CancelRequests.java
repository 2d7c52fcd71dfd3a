// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.tiktok.cancellation.Cancellation;
import io.mcfconnector.tiktok.cancellation.CancellationApi;
import io.mcfconnector.tiktok.cancellation.CancellationFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Buyers' requests to cancel that wait for the seller's answer. */
public final class CancelRequests {

  private static final String PENDING = "CANCELLATION_REQUEST_PENDING";

  /** As many as fit on a page, should each have one request. */
  private static final int ORDERS_A_CALL = CancellationApi.MAX_PAGE_SIZE;

  private CancelRequests() {}

  /** Reads the open requests of these orders. */
  public static List<CancelRequest> read(CancellationApi api, Collection<OrderId> ids) {
    List<String> all = ids.stream().map(OrderId::value).toList();
    List<CancelRequest> requests = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ORDERS_A_CALL) {
      List<String> some = all.subList(from, Math.min(all.size(), from + ORDERS_A_CALL));
      try (Stream<Cancellation> found =
          api.cancellations(CancellationFilter.pendingOfOrders(some))) {
        // The filter's words are not the answer's, so what comes is not trusted to be open.
        found
            .filter(cancellation -> PENDING.equals(cancellation.cancelStatus()))
            .map(CancelRequests::transform)
            .forEach(requests::add);
      }
    }
    return requests;
  }

  private static CancelRequest transform(Cancellation wire) {
    try {
      return new CancelRequest(
          UnreadableField.required(wire.cancelId(), "cancel_id"),
          UnreadableField.required(wire.orderId(), "order_id", OrderId::of),
          units(wire),
          answerBy(wire));
    } catch (UnreadableField e) {
      throw ApiException.builder("searchCancellations", FailureKind.UNREADABLE)
          .jsonPath("$.data.cancellations[]." + e.path())
          .detail("a required field is missing or makes no sense")
          .build();
    }
  }

  /** A unit without an id must not make a request for all units look like one for some. */
  private static List<LineItemId> units(Cancellation wire) {
    List<Cancellation.LineItem> items = wire.cancelLineItems();
    return items == null
        ? List.of()
        : items.stream()
            .map(
                item ->
                    UnreadableField.required(
                        item.orderLineItemId(),
                        "cancel_line_items[].order_line_item_id",
                        LineItemId::of))
            .toList();
  }

  private static @Nullable Instant answerBy(Cancellation wire) {
    List<Cancellation.NextAction> actions = wire.sellerNextActionResponse();
    return actions == null
        ? null
        : actions.stream()
            .map(Cancellation.NextAction::deadline)
            .filter(Objects::nonNull)
            .filter(deadline -> deadline > 0)
            .map(Instant::ofEpochSecond)
            .min(Instant::compareTo)
            .orElse(null);
  }
}
