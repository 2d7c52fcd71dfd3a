// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.tiktok.authorization.TokenData;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokShopClientTest {

  private static final Map<String, String> ENV =
      Map.of(
          "TIKTOK_APP_KEY", "key-from-env",
          "TIKTOK_APP_SECRET", "secret-from-env",
          "TIKTOK_REFRESH_TOKEN", "refresh-from-env",
          "TIKTOK_SHOP_ID", " 7496000000000000777 ");

  @Test
  void fromEnv_requiredVariables_isEnough() {
    try (TikTokShopClient client = TikTokShopClient.fromEnv(ENV)) {
      assertThat(client.shop()).isEqualTo(ShopId.of("7496000000000000777"));
      assertThat(client)
          .hasToString(
              "TikTokShopClient[shop 7496000000000000777,"
                  + " https://open-api.tiktokglobalshop.com/]");
    }
  }

  @Test
  void fromEnv_nothing_listsEveryMissingVariable() {
    assertThatThrownBy(() -> TikTokShopClient.fromEnv(Map.of("TIKTOK_APP_KEY", " ")))
        .asInstanceOf(type(ConfigurationException.class))
        .extracting(ConfigurationException::problems)
        .isEqualTo(
            List.of(
                "appKey (TIKTOK_APP_KEY) is required",
                "appSecret (TIKTOK_APP_SECRET) is required",
                "refreshToken (TIKTOK_REFRESH_TOKEN) is required",
                "shop (TIKTOK_SHOP_ID) is required"));
  }

  @Test
  void fromEnv_malformedVariables_listsEachAndQuotesNone() {
    Map<String, String> env = new HashMap<>(ENV);
    env.put("TIKTOK_APP_SECRET", "two words");
    env.put("TIKTOK_ACCESS_TOKEN", "line\nbreak");
    env.put("TIKTOK_SHOP_ID", "7".repeat(65));
    env.put("TIKTOK_SHOP_CIPHER", "schl\u00fcssel");
    env.put("TIKTOK_API_BASE_URL", "ftp://example.com");
    env.put("TIKTOK_AUTH_BASE_URL", "https://user:pw@example.com");

    assertThatThrownBy(() -> TikTokShopClient.fromEnv(env))
        .hasMessageNotContainingAny("two words", "break", "777", "schl", "ftp", "pw")
        .asInstanceOf(type(ConfigurationException.class))
        .satisfies(
            e ->
                assertThat(String.join("\n", e.problems()))
                    .contains(
                        "TIKTOK_APP_SECRET",
                        "TIKTOK_ACCESS_TOKEN",
                        "TIKTOK_SHOP_ID",
                        "TIKTOK_SHOP_CIPHER",
                        "TIKTOK_API_BASE_URL",
                        "TIKTOK_AUTH_BASE_URL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "https://",
        "https://example.com/path",
        "https://example.com?x=1",
        "https://example.com#top"
      })
  void fromEnv_baseUrlThatIsMoreThanAHost_isRefused(String url) {
    Map<String, String> env = new HashMap<>(ENV);
    env.put("TIKTOK_API_BASE_URL", url);

    assertThatThrownBy(() -> TikTokShopClient.fromEnv(env))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TIKTOK_API_BASE_URL");
  }

  @Test
  void fromEnv_httpOnTheNetwork_isRefused() {
    Map<String, String> env = new HashMap<>(ENV);
    env.put("TIKTOK_API_BASE_URL", "http://canary.example.com");
    env.put("TIKTOK_AUTH_BASE_URL", "http://127.0.0.1.example.com");

    assertThatThrownBy(() -> TikTokShopClient.fromEnv(env))
        .hasMessageNotContaining("example.com")
        .asInstanceOf(type(ConfigurationException.class))
        .extracting(ConfigurationException::problems)
        .isEqualTo(
            List.of(
                "apiBaseUrl (TIKTOK_API_BASE_URL) must start with https://"
                    + " (http:// is for this machine only)",
                "authBaseUrl (TIKTOK_AUTH_BASE_URL) must start with https://"
                    + " (http:// is for this machine only)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"})
  void fromEnv_httpOnThisMachine_isAccepted(String url) {
    Map<String, String> env = new HashMap<>(ENV);
    env.put("TIKTOK_API_BASE_URL", url);
    env.put("TIKTOK_AUTH_BASE_URL", url);

    TikTokShopClient.fromEnv(env).close();
  }

  @Test
  void build_callTimeoutOfZero_isRefused() {
    assertThatThrownBy(() -> TikTokShopClient.builder().env(ENV).callTimeout(Duration.ZERO).build())
        .hasMessageContaining("callTimeout");
  }

  @Test
  void close_hostsHttpClient_staysOpen() {
    OkHttpClient http = new OkHttpClient();

    TikTokShopClient.builder().env(ENV).httpClient(http).build().close();

    assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void secrets_toString_showNothing() {
    assertThat(new AppSecret("s3cret")).hasToString("****");
    assertThat(new AccessToken("s3cret")).hasToString("****");
    assertThat(new RefreshToken("s3cret")).hasToString("****");
    assertThat(new TokenData("s3cret", 1L, "s3cret", 2L, null, null, null, null).toString())
        .doesNotContain("s3cret");
  }
}
