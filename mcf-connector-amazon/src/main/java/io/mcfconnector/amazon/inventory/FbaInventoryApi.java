// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.inventory;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.Pages;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.amazon.internal.WireCheck;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * FBA Inventory v1. Hosts get it from {@code SellingPartnerClient}. Thread-safe.
 *
 * <p>Amazon allows 2 calls a second, 2 at once; callers wait for their turn. All figures come with
 * their details, without which Amazon tells only a total that nobody should publish.
 */
public final class FbaInventoryApi {

  private static final String OPERATION = "getInventorySummaries";
  private static final Quota QUOTA = new Quota(2, 2);
  private static final int SKUS_PER_CALL = 50;
  private static final Function<Answer, GetInventorySummariesResponse> SUMMARIES =
      Json.decoder(GetInventorySummariesResponse.class);

  private final Endpoint api;
  private final FbaInventorySandboxApi sandbox;

  /**
   * Creates the API of one seller.
   *
   * @param transport signs and sends
   * @param endpoint the region's endpoint
   */
  public FbaInventoryApi(Transport transport, URI endpoint) {
    this.api = new Endpoint(transport, endpoint, "fba/inventory/v1");
    this.sandbox = new FbaInventorySandboxApi(api);
  }

  /** Returns the calls that only Amazon's sandbox knows. */
  public FbaInventorySandboxApi sandbox() {
    return sandbox;
  }

  /**
   * Returns the stock of some SKUs with all details, 50 SKUs a call. SKUs that Amazon does not know
   * are absent; a SKU can have more than one summary, one for each condition.
   *
   * @param marketplaceId whose stock
   * @param sellerSkus the MSKUs; repeated ones count once
   * @throws ApiException when a call fails; nothing is returned then
   */
  public List<InventorySummary> getInventorySummaries(
      String marketplaceId, Collection<String> sellerSkus) {
    HttpUrl url = summaries(marketplaceId);
    for (String sku : sellerSkus) {
      RequestCheck.of(OPERATION).text(sku, RequestCheck.ANY_LENGTH, "sellerSkus");
    }
    return chunks(sellerSkus)
        .flatMap(chunk -> pages(with(url, chunk.parameter, chunk.value)))
        .toList();
  }

  /**
   * Returns the stock of all SKUs. Each page is read when its turn comes; Amazon's page tokens live
   * for 30 seconds, so whoever takes longer for a page meets {@code STATE_CONFLICT}. A page token
   * that comes twice ends the stream with an {@link ApiException}.
   */
  public Stream<InventorySummary> getInventorySummaries(String marketplaceId) {
    return pages(summaries(marketplaceId));
  }

  /**
   * Returns the stock of the SKUs that changed at or after a time, page by page as {@link
   * #getInventorySummaries(String)} does. In production such lists were seen incomplete, so they
   * are no more than an early hint.
   *
   * @param marketplaceId whose stock
   * @param startDateTime from when on; at most 18 months ago
   */
  public Stream<InventorySummary> getInventorySummaries(
      String marketplaceId, Instant startDateTime) {
    return pages(with(summaries(marketplaceId), "startDateTime", startDateTime.toString()));
  }

  private HttpUrl summaries(String marketplaceId) {
    RequestCheck.of(OPERATION).text(marketplaceId, RequestCheck.ANY_LENGTH, "marketplaceIds");
    return api.url("summaries")
        .addQueryParameter("details", "true")
        .addQueryParameter("granularityType", "Marketplace")
        .addQueryParameter("granularityId", marketplaceId)
        .addQueryParameter("marketplaceIds", marketplaceId)
        .build();
  }

  private Stream<InventorySummary> pages(HttpUrl url) {
    return Pages.of(OPERATION, token -> page(url, token), FbaInventoryApi::nextToken)
        .flatMap(page -> summariesOf(page).stream());
  }

  private GetInventorySummariesResponse page(HttpUrl url, @Nullable String token) {
    HttpUrl withToken = token == null ? url : with(url, "nextToken", token);
    return api.read(OPERATION, withToken.newBuilder(), QUOTA, FbaInventoryApi::checked);
  }

  private static HttpUrl with(HttpUrl url, String parameter, String value) {
    return url.newBuilder().addQueryParameter(parameter, value).build();
  }

  private static GetInventorySummariesResponse checked(Answer answer) {
    GetInventorySummariesResponse response = SUMMARIES.apply(answer);
    WireCheck root = WireCheck.of(answer);
    GetInventorySummariesResult payload = root.required(response.payload(), "payload");
    WireCheck at = root.in("payload");
    at.required(payload.inventorySummaries(), "inventorySummaries");
    at.each(payload.inventorySummaries(), "inventorySummaries", (element, summary) -> {});
    return response;
  }

  private static @Nullable String nextToken(GetInventorySummariesResponse response) {
    Pagination pagination = response.pagination();
    return pagination == null ? null : pagination.nextToken();
  }

  private static List<InventorySummary> summariesOf(GetInventorySummariesResponse response) {
    GetInventorySummariesResult payload = response.payload();
    List<InventorySummary> found = payload == null ? null : payload.inventorySummaries();
    return found == null ? List.of() : found;
  }

  /** A SKU with a comma cannot stand in a comma-separated list, so it is asked for alone. */
  private static Stream<Chunk> chunks(Collection<String> sellerSkus) {
    List<Chunk> chunks = new ArrayList<>();
    List<String> listable = new ArrayList<>();
    for (String sku : new LinkedHashSet<>(sellerSkus)) {
      if (sku.contains(",")) {
        chunks.add(new Chunk("sellerSku", sku));
      } else {
        listable.add(sku);
      }
    }
    for (int from = 0; from < listable.size(); from += SKUS_PER_CALL) {
      int to = Math.min(from + SKUS_PER_CALL, listable.size());
      chunks.add(new Chunk("sellerSkus", String.join(",", listable.subList(from, to))));
    }
    return chunks.stream();
  }

  private record Chunk(String parameter, String value) {}
}
