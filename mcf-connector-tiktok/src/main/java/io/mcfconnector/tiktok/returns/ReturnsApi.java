// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.returns;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Pages;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Returns and refunds of one shop, API version 202309. Only reads. Thread-safe.
 *
 * <p>Scope: {@code seller.return_refund.basic}. Obtained from {@code TikTokShopClient}. Wrong
 * arguments throw {@code ApiException} of kind {@code REFUSED} and send nothing.
 */
public final class ReturnsApi {

  /** Fewest returns on one page. */
  public static final int MIN_PAGE_SIZE = 10;

  /** Most returns on one page. */
  public static final int MAX_PAGE_SIZE = 50;

  private static final Function<Answer, ReturnOrder> RETURN = Json.decoder(ReturnOrder.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public ReturnsApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns one page of returns, oldest change first.
   *
   * @param filter which returns
   * @param pageSize {@value #MIN_PAGE_SIZE} to {@value #MAX_PAGE_SIZE}
   * @param pageToken {@code null} for the first page, then {@link Page#nextPageToken()}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public Page<ReturnOrder> searchReturns(
      ReturnFilter filter, int pageSize, @Nullable String pageToken) {
    Rules rules = Rules.of("searchReturns");
    filter.check(rules);
    rules.number("page_size", pageSize, MIN_PAGE_SIZE, MAX_PAGE_SIZE);
    HttpUrl url = Calls.url(baseUrl, "return_refund", "202309", "returns", "search");
    return transport.call(
        Calls.search(
                rules.operation(),
                Calls.oldestChangeFirst(Calls.page(rules, url, pageSize, MAX_PAGE_SIZE, pageToken)),
                ReturnFilter.class,
                filter,
                answer -> Calls.page(answer, "return_orders", RETURN, pageToken))
            .build());
  }

  /** Returns all returns, oldest change first, page by page as they are consumed. */
  public Stream<ReturnOrder> returns(ReturnFilter filter) {
    return Pages.rows("searchReturns", token -> searchReturns(filter, MAX_PAGE_SIZE, token));
  }
}
