// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.Map;

/** Gets a new access token, as a client has to every seven days. */
final class TestTokens {

  private TestTokens() {}

  static void refresh(TikTokShopSimulator simulator, Caller caller) {
    caller.send(
        "GET",
        "/api/v2/token/refresh",
        Map.of(
            "app_key", simulator.appKey(),
            "app_secret", simulator.appSecret(),
            "refresh_token", simulator.refreshToken(),
            "grant_type", "refresh_token"),
        "",
        request -> request);
  }
}
