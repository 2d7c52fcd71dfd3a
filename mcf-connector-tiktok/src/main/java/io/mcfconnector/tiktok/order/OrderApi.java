// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage.UnreadableOrder;
import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Elements;
import io.mcfconnector.tiktok.internal.Pages;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one shop. Thread-safe.
 *
 * <p>Scope: {@code seller.order.info}. Obtained from {@code TikTokShopClient}. Wrong arguments
 * throw {@code ApiException} of kind {@code REFUSED} and send nothing.
 */
public final class OrderApi {

  /** Most orders that one {@link #getOrders} may ask for. */
  public static final int MAX_IDS = 50;

  /** Most orders on one page. */
  public static final int MAX_PAGE_SIZE = 100;

  private static final Function<Answer, TikTokOrder> ORDER = Json.decoder(TikTokOrder.class);
  private static final Function<Answer, OrderKey> KEY = Json.decoder(OrderKey.class);
  private static final Function<Answer, PriceDetail> PRICE = Json.decoder(PriceDetail.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public OrderApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns one page of orders, oldest change first; API version 202309. Orders change while one
   * pages, so rows may repeat or be missed: use windows that overlap.
   *
   * @param filter which orders
   * @param pageSize at most {@value #MAX_PAGE_SIZE}
   * @param pageToken {@code null} for the first page, then {@link OrderBatch#nextPageToken()}
   * @throws ApiException when the call failed
   */
  public OrderBatch searchOrders(OrderFilter filter, int pageSize, @Nullable String pageToken) {
    Rules rules = Rules.of("searchOrders");
    filter.check(rules);
    HttpUrl url = Calls.url(baseUrl, "order", "202309", "orders", "search");
    return transport.call(
        Calls.search(
                rules.operation(),
                Calls.oldestChangeFirst(Calls.page(rules, url, pageSize, MAX_PAGE_SIZE, pageToken)),
                OrderFilter.class,
                filter,
                answer -> {
                  OrderBatch batch = batch(answer);
                  Page<TikTokOrder> page = Calls.page(answer, batch.orders(), pageToken);
                  return new OrderBatch(
                      batch.orders(), batch.unreadable(), page.nextPageToken(), page.requestId());
                })
            .build());
  }

  /**
   * Returns all orders, oldest change first, a page at a time as they are consumed; nothing is
   * called before. A search that goes round in a circle throws {@link ApiException}.
   */
  public Stream<OrderBatch> orderPages(OrderFilter filter) {
    return Pages.stream(
        "searchOrders", token -> searchOrders(filter, MAX_PAGE_SIZE, token), OrderApi::rows);
  }

  private static Page<?> rows(OrderBatch batch) {
    List<Object> rows = new ArrayList<>(batch.orders());
    rows.addAll(batch.unreadable());
    return new Page<>(rows, batch.nextPageToken(), null, batch.requestId());
  }

  /**
   * Returns orders by id, in any order; those TikTok does not show to this shop are absent. API
   * version 202309, which the connector uses.
   *
   * @param ids 1 to {@value #MAX_IDS} ids
   * @throws ApiException when the call failed
   */
  public OrderBatch getOrders(Collection<String> ids) {
    return read("getOrders", "202309", ids);
  }

  /**
   * The same with API version 202507, which lacks two fields of South-East Asia.
   *
   * @param ids 1 to {@value #MAX_IDS} ids
   * @throws ApiException when the call failed
   */
  public OrderBatch getOrdersV202507(Collection<String> ids) {
    return read("getOrdersV202507", "202507", ids);
  }

  /**
   * Returns any number of orders by id: as many calls as needed, whose answers are joined. Repeated
   * ids are asked for once. {@link OrderBatch#requestId()} names all calls, with commas between.
   *
   * @throws ApiException when a call failed; then nothing is returned
   */
  public OrderBatch getAllOrders(Collection<String> ids) {
    List<String> wanted = ids.stream().distinct().toList();
    List<TikTokOrder> orders = new ArrayList<>();
    List<UnreadableOrder> unreadable = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    for (int start = 0; start < wanted.size(); start += MAX_IDS) {
      OrderBatch batch = getOrders(wanted.subList(start, Math.min(start + MAX_IDS, wanted.size())));
      orders.addAll(batch.orders());
      unreadable.addAll(batch.unreadable());
      if (batch.requestId() != null) {
        requests.add(batch.requestId());
      }
    }
    return new OrderBatch(
        orders, unreadable, null, requests.isEmpty() ? null : String.join(",", requests));
  }

  /**
   * Returns what an order and each of its units cost; API version 202407. Not needed for shipping.
   *
   * @throws ApiException when the call failed
   */
  public PriceDetail getPriceDetail(String orderId) {
    Rules rules = Rules.of("getPriceDetail");
    rules.id("order_id", orderId);
    return transport.call(
        Calls.read(
                rules.operation(),
                Calls.url(baseUrl, "order", "202407", "orders", orderId, "price_detail"),
                PRICE)
            .build());
  }

  private OrderBatch read(String operation, String version, Collection<String> ids) {
    List<String> list = new ArrayList<>(ids);
    Rules.of(operation).ids("ids", list, 1, MAX_IDS);
    HttpUrl url =
        Calls.url(baseUrl, "order", version, "orders")
            .newBuilder()
            .addQueryParameter("ids", String.join(",", list))
            .build();
    return transport.call(Calls.read(operation, url, OrderApi::batch).build());
  }

  private static OrderBatch batch(Answer answer) {
    List<TikTokOrder> orders = new ArrayList<>();
    List<UnreadableOrder> unreadable = new ArrayList<>();
    for (Answer element : Elements.of(answer, "orders")) {
      try {
        orders.add(ORDER.apply(element));
      } catch (ApiException e) {
        unreadable.add(new UnreadableOrder(idOf(element), String.valueOf(e.getMessage())));
      }
    }
    return new OrderBatch(orders, unreadable, null, answer.requestId().orElse(null));
  }

  private static @Nullable OrderId idOf(Answer element) {
    try {
      return OrderId.of(element.require(KEY.apply(element).id(), "id"));
    } catch (ApiException | IllegalArgumentException e) {
      return null;
    }
  }
}
