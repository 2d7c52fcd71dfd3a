// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.authorization.AuthorizationApi;
import io.mcfconnector.tiktok.authorization.AuthorizedShop;
import io.mcfconnector.token.TokenKeeper;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key of the shop in every call about it; looked up once when not configured. Thread-safe. */
public final class ShopCipher implements Supplier<String> {

  private final AuthorizationApi authorization;
  private final TokenKeeper tokens;
  private final ShopId shop;
  private final ReentrantLock lookup = new ReentrantLock();
  private volatile @Nullable String cipher;

  /**
   * Creates the key.
   *
   * @param tokens whose access token opens the lookup
   * @param configured the cipher, if the host knows it
   */
  public ShopCipher(
      AuthorizationApi authorization,
      TokenKeeper tokens,
      ShopId shop,
      @Nullable String configured) {
    this.authorization = authorization;
    this.tokens = tokens;
    this.shop = shop;
    this.cipher = configured;
  }

  /**
   * Returns the cipher.
   *
   * @throws ApiException when the lookup failed or the token does not open this shop
   */
  @Override
  public String get() {
    String known = cipher;
    return known != null ? known : lookUpOnce();
  }

  private String lookUpOnce() {
    lookup.lock();
    try {
      String known = cipher;
      if (known == null) {
        known = lookUp();
        cipher = known;
      }
      return known;
    } finally {
      lookup.unlock();
    }
  }

  private String lookUp() {
    List<AuthorizedShop> shops = authorization.getAuthorizedShops();
    String found = cipherIn(shops);
    // What is stored may be another seller's, configured once by mistake and put right since.
    if (found == null && tokens.turnToConfigured(tokens.accessToken())) {
      shops = authorization.getAuthorizedShops();
      found = cipherIn(shops);
    }
    if (found != null) {
      return found;
    }
    throw ApiException.builder("getAuthorizedShops", FailureKind.AUTHORIZATION_LOST)
        .reviewCode(ReviewCode.AUTHORIZATION_LOST)
        .detail(
            "the access token opens "
                + shops.size()
                + " shops, but not shop "
                + shop
                + "; its seller has to authorize the app")
        .build();
  }

  private @Nullable String cipherIn(List<AuthorizedShop> shops) {
    for (AuthorizedShop candidate : shops) {
      String found = candidate.cipher();
      if (shop.value().equals(candidate.id()) && found != null && !found.isEmpty()) {
        return found;
      }
    }
    return null;
  }
}
