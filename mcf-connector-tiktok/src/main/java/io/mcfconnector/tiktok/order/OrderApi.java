// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage.UnreadableOrder;
import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Elements;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one shop, API version 202309. Thread-safe.
 *
 * <p>Scope: {@code seller.order.info}. Obtained from {@code TikTokShopClient}.
 */
public final class OrderApi {

  /** Most orders that one {@link #getOrders} may ask for. */
  public static final int MAX_IDS = 50;

  private static final Function<Answer, TikTokOrder> ORDER = Json.decoder(TikTokOrder.class);
  private static final Function<Answer, OrderKey> KEY = Json.decoder(OrderKey.class);
  private static final Function<Answer, PageInfo> PAGE = Json.decoder(PageInfo.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public OrderApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns one page of orders, oldest change first. Orders change while one pages, so rows may
   * repeat or be missed: use windows that overlap.
   *
   * @param filter which orders
   * @param pageSize at most 100
   * @param pageToken {@code null} for the first page, then {@link OrderBatch#nextPageToken()}
   * @throws ApiException when the call failed
   */
  public OrderBatch searchOrders(OrderFilter filter, int pageSize, @Nullable String pageToken) {
    HttpUrl url =
        Calls.page(Calls.url(baseUrl, "order", "202309", "orders", "search"), pageSize, pageToken)
            .newBuilder()
            .addQueryParameter("sort_field", "update_time")
            .addQueryParameter("sort_order", "ASC")
            .build();
    return transport.call(
        Calls.search(
                "searchOrders",
                url,
                OrderFilter.class,
                filter,
                answer -> batch(answer, nextPage(answer, pageToken)))
            .build());
  }

  /**
   * Returns orders by id, in any order; those TikTok does not show to this shop are absent.
   *
   * @param ids 1 to {@value #MAX_IDS} ids
   * @throws ApiException when the call failed
   */
  public OrderBatch getOrders(Collection<String> ids) {
    if (ids.isEmpty() || ids.size() > MAX_IDS) {
      throw new IllegalArgumentException("ids must be 1 to " + MAX_IDS + ", but are " + ids.size());
    }
    HttpUrl url =
        Calls.url(baseUrl, "order", "202309", "orders")
            .newBuilder()
            .addQueryParameter("ids", String.join(",", ids))
            .build();
    return transport.call(Calls.read("getOrders", url, answer -> batch(answer, null)).build());
  }

  private static @Nullable String nextPage(Answer answer, @Nullable String asked) {
    return Calls.nextPage(answer, asked, PAGE.apply(answer).nextPageToken());
  }

  private static OrderBatch batch(Answer answer, @Nullable String nextPageToken) {
    List<TikTokOrder> orders = new ArrayList<>();
    List<UnreadableOrder> unreadable = new ArrayList<>();
    for (Answer element : Elements.of(answer, "orders")) {
      try {
        orders.add(ORDER.apply(element));
      } catch (ApiException e) {
        unreadable.add(new UnreadableOrder(idOf(element), String.valueOf(e.getMessage())));
      }
    }
    return new OrderBatch(orders, unreadable, nextPageToken, answer.requestId().orElse(null));
  }

  private static @Nullable OrderId idOf(Answer element) {
    try {
      return OrderId.of(element.require(KEY.apply(element).id(), "id"));
    } catch (ApiException | IllegalArgumentException e) {
      return null;
    }
  }
}
