// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;
import static io.mcfconnector.amazon.outbound.v20200701.FulfillmentOutboundApi.QUOTA;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.Pages;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The part of Fulfillment Outbound 2020-07-01 about special wishes, such as blank boxes; 2026-07-04
 * has no counterpart. Each operation allows 2 calls a second, 30 at once. Thread-safe.
 */
public final class FeatureApi {

  private static final String MARKETPLACE = "marketplaceId";
  private static final Function<Answer, GetFeaturesResponse> FEATURES =
      Json.decoder(GetFeaturesResponse.class);
  private static final Function<Answer, GetFeatureInventoryResponse> INVENTORY =
      Json.decoder(GetFeatureInventoryResponse.class);
  private static final Function<Answer, GetFeatureSkuResponse> SKU =
      Json.decoder(GetFeatureSkuResponse.class);

  private final Endpoint api;

  FeatureApi(Endpoint api) {
    this.api = api;
  }

  /** Returns the features of a marketplace and whether the seller may ask for them. */
  public List<Feature> getFeatures(String marketplaceId) {
    String operation = "getFeatures";
    return api.read(
        operation,
        marketplace(operation, api.url("features"), marketplaceId),
        QUOTA,
        answer -> {
          GetFeaturesResult result = answer.require(FEATURES.apply(answer).payload(), "payload");
          return answer.require(result.features(), "payload.features");
        });
  }

  /**
   * Returns one page of the SKUs that a feature is there for.
   *
   * @param marketplaceId whose stock
   * @param featureName the feature
   * @param queryStartDate only what changed at or after a time; {@code null} for all
   * @param nextToken what the page before gave; {@code null} for the first page
   */
  public GetFeatureInventoryResult getFeatureInventory(
      String marketplaceId,
      String featureName,
      @Nullable Instant queryStartDate,
      @Nullable String nextToken) {
    String operation = "getFeatureInventory";
    HttpUrl.Builder url = marketplace(operation, feature(operation, featureName), marketplaceId);
    if (queryStartDate != null) {
      url.addQueryParameter("queryStartDate", queryStartDate.toString());
    }
    if (nextToken != null) {
      url.addQueryParameter("nextToken", nextToken);
    }
    return api.read(
        operation,
        url,
        QUOTA,
        answer -> answer.require(INVENTORY.apply(answer).payload(), "payload"));
  }

  /**
   * Returns the SKUs that a feature is there for. Each page is read when its turn comes; a page
   * token that comes twice ends the stream with an {@link ApiException}.
   */
  public Stream<FeatureSku> getFeatureInventory(String marketplaceId, String featureName) {
    return Pages.of(
            "getFeatureInventory",
            token -> getFeatureInventory(marketplaceId, featureName, null, token),
            GetFeatureInventoryResult::nextToken)
        .flatMap(page -> page.featureSkus() == null ? Stream.of() : page.featureSkus().stream());
  }

  /** Returns whether a feature is there for a SKU, and if not, why. */
  public GetFeatureSkuResult getFeatureSku(
      String marketplaceId, String featureName, String sellerSku) {
    String operation = "getFeatureSKU";
    RequestCheck.of(operation).pathText(sellerSku, ANY_LENGTH, "sellerSku");
    HttpUrl.Builder url = feature(operation, featureName).addPathSegment(sellerSku);
    return api.read(
        operation,
        marketplace(operation, url, marketplaceId),
        QUOTA,
        answer -> answer.require(SKU.apply(answer).payload(), "payload"));
  }

  private HttpUrl.Builder feature(String operation, String featureName) {
    RequestCheck.of(operation).pathText(featureName, ANY_LENGTH, "featureName");
    return api.url("features", "inventory", featureName);
  }

  private static HttpUrl.Builder marketplace(
      String operation, HttpUrl.Builder url, String marketplaceId) {
    RequestCheck.of(operation).text(marketplaceId, ANY_LENGTH, MARKETPLACE);
    return url.addQueryParameter(MARKETPLACE, marketplaceId);
  }
}
