// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.Set;

/** Who calls, with which rights, and for which shop. */
record AppAndShop(
    String appKey,
    String appSecret,
    Set<String> scopes,
    String shopId,
    String shopCipher,
    String shopName,
    String region,
    String sellerType) {

  /** Copies the scopes. */
  AppAndShop {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "AppAndShop[" + shopId + "]";
  }
}
