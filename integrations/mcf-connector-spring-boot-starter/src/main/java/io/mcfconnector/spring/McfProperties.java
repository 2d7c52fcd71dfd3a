// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The router's properties.
 *
 * @param autoStartup whether the duties start with the application
 * @param migrate whether the connector's tables are made, and brought to this version, at the start
 * @param dataKey key of 32 bytes in base64 that seals buyer data and tokens in the database
 * @param formerDataKeys keys that were used before, to open what they sealed
 * @param skuMappingFile CSV file with the header seller_sku,msku,quantity; not needed when the
 *     application has a bean of type SkuMapper
 * @param orderPollInterval time between two polls of the shop
 * @param trackingSyncInterval time between two looks for shipments
 * @param inventorySyncInterval time between two stock cycles
 * @param tiktok the shop
 * @param amazon the seller account
 */
@ConfigurationProperties("mcf")
record McfProperties(
    @DefaultValue("true") boolean autoStartup,
    @DefaultValue("true") boolean migrate,
    @Nullable String dataKey,
    @DefaultValue List<String> formerDataKeys,
    @Nullable String skuMappingFile,
    @DefaultValue("1m") Duration orderPollInterval,
    @DefaultValue("5m") Duration trackingSyncInterval,
    @DefaultValue("15m") Duration inventorySyncInterval,
    @DefaultValue Tiktok tiktok,
    @DefaultValue Amazon amazon) {

  @Override
  public String toString() {
    return "McfProperties[" + tiktok + ", " + amazon + "]";
  }

  /**
   * How to call TikTok Shop.
   *
   * @param appKey key of the app, as Partner Center shows it
   * @param appSecret secret of the app
   * @param accessToken access token to begin with; fetched with the refresh token when absent
   * @param refreshToken the seller's authorization; counts until the database has a newer one
   * @param shopId id of the shop
   * @param shopCipher cipher of the shop; looked up when absent
   * @param apiBaseUrl where calls go; TikTok's when absent
   * @param authBaseUrl where tokens come from; TikTok's when absent
   */
  record Tiktok(
      @Nullable String appKey,
      @Nullable String appSecret,
      @Nullable String accessToken,
      @Nullable String refreshToken,
      @Nullable String shopId,
      @Nullable String shopCipher,
      @Nullable String apiBaseUrl,
      @Nullable String authBaseUrl) {

    Variables variables() {
      return new Variables()
          .put("TIKTOK_APP_KEY", appKey)
          .put("TIKTOK_APP_SECRET", appSecret)
          .put("TIKTOK_ACCESS_TOKEN", accessToken)
          .put("TIKTOK_REFRESH_TOKEN", refreshToken)
          .put("TIKTOK_SHOP_ID", shopId)
          .put("TIKTOK_SHOP_CIPHER", shopCipher)
          .put("TIKTOK_API_BASE_URL", apiBaseUrl)
          .put("TIKTOK_AUTH_BASE_URL", authBaseUrl);
    }

    @Override
    public String toString() {
      return "Tiktok[shop " + shopId + "]";
    }
  }

  /**
   * How to call Amazon's Selling Partner API.
   *
   * @param clientId id of the application, as Login with Amazon shows it
   * @param clientSecret secret of the application
   * @param refreshToken the seller's authorization
   * @param marketplaceId whose stock is meant; the US when absent
   * @param sellerId the seller's id, which names the account in the database and in metrics
   * @param region AWS region of the marketplace; follows from it when absent
   * @param apiBaseUrl where calls go; the region's endpoint when absent
   * @param lwaUrl where tokens come from; Login with Amazon when absent
   * @param awsAccessKey signs calls, together with the secret key; Amazon needs no signature
   * @param awsSecretKey signs calls, together with the access key
   * @param outboundVersion version of Fulfillment Outbound that ships: 2026-07-04 or 2020-07-01
   * @param outboundReadVersion version that reads orders; the one that ships when absent
   */
  record Amazon(
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String refreshToken,
      @Nullable String marketplaceId,
      @Nullable String sellerId,
      @Nullable String region,
      @Nullable String apiBaseUrl,
      @Nullable String lwaUrl,
      @Nullable String awsAccessKey,
      @Nullable String awsSecretKey,
      @Nullable String outboundVersion,
      @Nullable String outboundReadVersion) {

    Variables variables() {
      return new Variables()
          .put("AMAZON_CLIENT_ID", clientId)
          .put("AMAZON_CLIENT_SECRET", clientSecret)
          .put("AMAZON_REFRESH_TOKEN", refreshToken)
          .put("AMAZON_MARKETPLACE_ID", marketplaceId)
          .put("AMAZON_SELLER_ID", sellerId)
          .put("AMAZON_REGION", region)
          .put("AMAZON_API_BASE_URL", apiBaseUrl)
          .put("AMAZON_LWA_URL", lwaUrl)
          .put("AMAZON_AWS_ACCESS_KEY", awsAccessKey)
          .put("AMAZON_AWS_SECRET_KEY", awsSecretKey)
          .put("AMAZON_OUTBOUND_VERSION", outboundVersion)
          .put("AMAZON_OUTBOUND_READ_VERSION", outboundReadVersion);
    }

    @Override
    public String toString() {
      return "Amazon[seller " + sellerId + "]";
    }
  }
}
