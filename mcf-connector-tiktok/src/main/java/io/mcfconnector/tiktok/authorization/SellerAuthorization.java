// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.authorization;

import io.mcfconnector.model.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller granted to the app.
 *
 * @param tokens both tokens with their ends; store both before using either
 * @param openId the seller's stable id for this app; absent when not told
 * @param sellerName name of the seller; absent when not told
 * @param region such as {@code US}; absent when not told
 * @param grantedScopes scope keys; empty when not told
 */
public record SellerAuthorization(
    Tokens tokens,
    @Nullable String openId,
    @Nullable String sellerName,
    @Nullable String region,
    List<String> grantedScopes) {

  /** Copies the list. */
  public SellerAuthorization {
    grantedScopes = List.copyOf(grantedScopes);
  }
}
