// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Pages;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.tiktok.paging.Page;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Cancellations of one shop, API version 202309. Thread-safe.
 *
 * <p>Scope: {@code seller.return_refund.basic}. Writes are sent once; after an uncertain failure
 * search the cancellations of the order before asking again. Obtained from {@code
 * TikTokShopClient}. Wrong arguments throw {@code ApiException} of kind {@code REFUSED} and send
 * nothing.
 */
public final class CancellationApi {

  /** Most cancellations on one page. */
  public static final int MAX_PAGE_SIZE = 50;

  private static final int LONGEST_KEY = 255;
  private static final Function<Answer, CancelledOrder> CANCELLED =
      Json.decoder(CancelledOrder.class);
  private static final Function<Answer, Cancellation> CANCELLATION =
      Json.decoder(Cancellation.class);
  private static final Function<Answer, RejectReason> REASON = Json.decoder(RejectReason.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public CancellationApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Cancels an order, or units of it, for the seller.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public CancelledOrder cancelOrder(CancelOrderRequest request) {
    Rules rules = Rules.of("cancelOrder");
    request.check(rules);
    return transport.call(
        Calls.write(rules.operation(), url(), CancelOrderRequest.class, request, CANCELLED)
            .build());
  }

  /**
   * Returns one page of cancellations, oldest change first.
   *
   * @param filter which cancellations
   * @param pageSize at most {@value #MAX_PAGE_SIZE}
   * @param pageToken {@code null} for the first page, then {@link Page#nextPageToken()}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public Page<Cancellation> searchCancellations(
      CancellationFilter filter, int pageSize, @Nullable String pageToken) {
    Rules rules = Rules.of("searchCancellations");
    filter.check(rules);
    return transport.call(
        Calls.search(
                rules.operation(),
                Calls.oldestChangeFirst(
                    Calls.page(rules, url("search"), pageSize, MAX_PAGE_SIZE, pageToken)),
                CancellationFilter.class,
                filter,
                answer -> Calls.page(answer, "cancellations", CANCELLATION, pageToken))
            .build());
  }

  /** Returns all cancellations, oldest change first, page by page as they are consumed. */
  public Stream<Cancellation> cancellations(CancellationFilter filter) {
    return Pages.rows(
        "searchCancellations", token -> searchCancellations(filter, MAX_PAGE_SIZE, token));
  }

  /**
   * Grants the buyer's request.
   *
   * @param idempotencyKey makes a repeat harmless; the same text for the same decision, at most 255
   *     characters
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void approveCancellation(String cancelId, String idempotencyKey) {
    Rules rules = Rules.of("approveCancellation");
    transport.call(
        Calls.command(rules.operation(), decision(rules, cancelId, "approve", idempotencyKey))
            .build());
  }

  /**
   * Rejects the buyer's request. TikTok does not offer this in the US: there, shipping the order
   * rejects the request.
   *
   * @param idempotencyKey makes a repeat harmless; the same text for the same decision, at most 255
   *     characters
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void rejectCancellation(
      String cancelId, String idempotencyKey, RejectCancellationRequest request) {
    Rules rules = Rules.of("rejectCancellation");
    request.check(rules);
    transport.call(
        Calls.write(
                rules.operation(),
                decision(rules, cancelId, "reject", idempotencyKey),
                RejectCancellationRequest.class,
                request,
                Function.identity())
            .build());
  }

  /**
   * Returns the reasons for which a cancellation or return may be rejected.
   *
   * @param returnOrCancelId id of either
   * @param locale language of the texts, such as {@code en-US}; TikTok's choice when {@code null}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<RejectReason> getRejectReasons(String returnOrCancelId, @Nullable String locale) {
    Rules rules = Rules.of("getRejectReasons");
    rules.id("return_or_cancel_id", returnOrCancelId);
    rules.optionalText("locale", locale, 35);
    HttpUrl.Builder url =
        Calls.url(baseUrl, "return_refund", "202309", "reject_reasons")
            .newBuilder()
            .addQueryParameter("return_or_cancel_id", returnOrCancelId);
    if (locale != null) {
      url.addQueryParameter("locale", locale);
    }
    return transport.call(
        Calls.read(rules.operation(), url.build(), answer -> Calls.list(answer, "reasons", REASON))
            .build());
  }

  private HttpUrl decision(Rules rules, String cancelId, String verb, String idempotencyKey) {
    rules.id("cancel_id", cancelId);
    rules.text("idempotency_key", idempotencyKey, LONGEST_KEY);
    return url(cancelId, verb)
        .newBuilder()
        .addQueryParameter("idempotency_key", idempotencyKey)
        .build();
  }

  private HttpUrl url(String... segments) {
    HttpUrl.Builder url =
        Calls.url(baseUrl, "return_refund", "202309", "cancellations").newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url.build();
  }
}
