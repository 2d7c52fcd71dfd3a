// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import io.mcfconnector.tiktok.internal.Calls;
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
 * Packages and their way, API version 202309 unless a method names another. Only reads.
 * Thread-safe.
 *
 * <p>Scopes: {@code seller.fulfillment.basic}, and {@code seller.logistics} for {@link
 * #getTracking} and {@link #validateTracking}. Obtained from {@code TikTokShopClient}. Wrong
 * arguments throw {@code ApiException} of kind {@code REFUSED} and send nothing.
 */
public final class PackageApi {

  /** Most packages on one page. */
  public static final int MAX_PAGE_SIZE = 50;

  private static final int MOST_ORDERS = 50;
  private static final Function<Answer, TikTokPackage> PACKAGE = Json.decoder(TikTokPackage.class);
  private static final Function<Answer, PackageDetail> DETAIL = Json.decoder(PackageDetail.class);
  private static final Function<Answer, TrackingEvent> EVENT = Json.decoder(TrackingEvent.class);
  private static final Function<Answer, TrackingValidation> VALIDATION =
      Json.decoder(TrackingValidation.class);
  private static final Function<Answer, SplitAttribute> SPLIT = Json.decoder(SplitAttribute.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public PackageApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns one page of packages, oldest change first.
   *
   * @param filter which packages
   * @param pageSize at most {@value #MAX_PAGE_SIZE}
   * @param pageToken {@code null} for the first page, then {@link Page#nextPageToken()}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public Page<TikTokPackage> searchPackages(
      PackageFilter filter, int pageSize, @Nullable String pageToken) {
    Rules rules = Rules.of("searchPackages");
    filter.check(rules);
    HttpUrl url = Calls.url(baseUrl, "fulfillment", "202309", "packages", "search");
    return transport.call(
        Calls.search(
                rules.operation(),
                Calls.oldestChangeFirst(Calls.page(rules, url, pageSize, MAX_PAGE_SIZE, pageToken)),
                PackageFilter.class,
                filter,
                answer -> Calls.page(answer, "packages", PACKAGE, pageToken))
            .build());
  }

  /** Returns all packages, oldest change first, page by page as they are consumed. */
  public Stream<TikTokPackage> packages(PackageFilter filter) {
    return Pages.rows("searchPackages", token -> searchPackages(filter, MAX_PAGE_SIZE, token));
  }

  /**
   * Returns a package in full.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public PackageDetail getPackageDetail(String packageId) {
    Rules rules = Rules.of("getPackageDetail");
    rules.id("package_id", packageId);
    return transport.call(
        Calls.read(
                rules.operation(),
                Calls.url(baseUrl, "fulfillment", "202309", "packages", packageId),
                DETAIL)
            .build());
  }

  /**
   * Returns the way of an order's parcels, in TikTok's order.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<TrackingEvent> getTracking(String orderId) {
    Rules rules = Rules.of("getTracking");
    rules.id("order_id", orderId);
    return transport.call(
        Calls.read(
                rules.operation(),
                Calls.url(baseUrl, "fulfillment", "202309", "orders", orderId, "tracking"),
                answer -> Calls.list(answer, "tracking", EVENT))
            .build());
  }

  /**
   * Tells whether a tracking number belongs to TikTok Shipping; US, API version 202508.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public TrackingValidation validateTracking(String trackingNumber) {
    Rules rules = Rules.of("validateTracking");
    rules.trackingNumber("tracking_number", trackingNumber);
    HttpUrl url =
        Calls.url(baseUrl, "fulfillment", "202508", "tts_tracking_validation")
            .newBuilder()
            .addQueryParameter("tracking_number", trackingNumber)
            .build();
    return transport.call(Calls.read(rules.operation(), url, VALIDATION).build());
  }

  /**
   * Tells whether orders may or must be split before they are shipped; not used in the US.
   *
   * @param orderIds 1 to 50 ids; TikTok names no limit, this one is ours
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<SplitAttribute> getOrderSplitAttributes(Collection<String> orderIds) {
    Rules rules = Rules.of("getOrderSplitAttributes");
    List<String> ids = new ArrayList<>(orderIds);
    rules.ids("order_ids", ids, 1, MOST_ORDERS);
    HttpUrl url =
        Calls.url(baseUrl, "fulfillment", "202309", "orders", "split_attributes")
            .newBuilder()
            .addQueryParameter("order_ids", String.join(",", ids))
            .build();
    return transport.call(
        Calls.read(rules.operation(), url, answer -> Calls.list(answer, "split_attributes", SPLIT))
            .build());
  }
}
