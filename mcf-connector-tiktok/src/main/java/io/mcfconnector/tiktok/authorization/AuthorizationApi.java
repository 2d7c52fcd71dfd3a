// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * The seller and the shops that were opened to this app. Thread-safe.
 *
 * <p>Scope: {@code seller.authorization.info}. Obtained from {@code TikTokShopClient}.
 */
public final class AuthorizationApi {

  private static final int LONGEST_CIPHER = 512;
  private static final Function<Answer, AuthorizedShop> SHOP = Json.decoder(AuthorizedShop.class);
  private static final Function<Answer, ActiveShop> ACTIVE = Json.decoder(ActiveShop.class);
  private static final Function<Answer, SellerStatusData> STATUS =
      Json.decoder(SellerStatusData.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that sends no shop cipher, since these calls refuse one. */
  public AuthorizationApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns the shops that the access token opens; API version 202309.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<AuthorizedShop> getAuthorizedShops() {
    return transport.call(
        Calls.read(
                "getAuthorizedShops",
                Calls.url(baseUrl, "authorization", "202309", "shops"),
                answer -> Calls.list(answer, "shops", SHOP))
            .build());
  }

  /**
   * Ends the authorization of a shop, for good: only the seller can give a new one. API version
   * 202403. The one call here that names its shop by its cipher.
   *
   * @param shopCipher {@link AuthorizedShop#cipher()}
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void deauthorizeShop(String shopCipher) {
    Rules rules = Rules.of("deauthorizeShop");
    rules.text("shop_cipher", shopCipher, LONGEST_CIPHER);
    HttpUrl url =
        Calls.url(baseUrl, "authorization", "202403", "shops")
            .newBuilder()
            .addQueryParameter("shop_cipher", shopCipher)
            .build();
    transport.call(Calls.delete(rules.operation(), url).build());
  }

  /**
   * Returns the seller's shops that are in business; API version 202309.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<ActiveShop> getActiveShops() {
    return transport.call(
        Calls.read(
                "getActiveShops",
                Calls.url(baseUrl, "seller", "202309", "shops"),
                answer -> Calls.list(answer, "shops", ACTIVE))
            .build());
  }

  /**
   * Returns how the seller stands with TikTok; API version 202508.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public SellerStatus getSellerStatus() {
    return transport.call(
        Calls.read(
                "getSellerStatus",
                Calls.url(baseUrl, "seller", "202508", "status"),
                answer ->
                    answer.require(STATUS.apply(answer).sellerStatusData(), "seller_status_data"))
            .build());
  }
}
