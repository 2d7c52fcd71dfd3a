// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/** Who calls and for which shop. */
record AppAndShop(
    String appKey, String appSecret, String shopId, String shopCipher, String shopName) {

  @Override
  public String toString() {
    return "AppAndShop[" + shopId + "]";
  }
}
