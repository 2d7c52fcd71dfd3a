// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Shops of the seller. Thread-safe.
 *
 * <p>Scope: {@code seller.authorization.info}. Obtained from {@code TikTokShopClient}.
 */
public final class AuthorizationApi {

  private static final Function<Answer, AuthorizedShops> SHOPS =
      Json.decoder(AuthorizedShops.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that sends no shop cipher, since these calls refuse one. */
  public AuthorizationApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns the shops that the access token opens.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<AuthorizedShop> getAuthorizedShops() {
    return transport.call(
        Calls.read(
                "getAuthorizedShops",
                Calls.url(baseUrl, "authorization", "202309", "shops"),
                answer -> Calls.list(answer, "shops", SHOPS.apply(answer).shops()))
            .build());
  }
}
