// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.tiktok.authorization.AppSecret;
import io.mcfconnector.tiktok.authorization.SellerAuthorization;
import io.mcfconnector.tiktok.fulfillment.MarkPackageAsShippedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRefreshIT {

  private static final AccountId ACCOUNT = AccountId.of("tiktok/7496000000000000777");
  private static final String TOKENS = TestFiles.fixture("token.json");
  private static final String WAREHOUSES = TestFiles.fixture("warehouses.json");

  private final ShopServer server = new ShopServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void call_expiredToken_refreshesOnceAndRepeatsOnce() {
    server.answers(ShopServer.failure(105002), TOKENS, WAREHOUSES);

    assertThat(server.client().logistics().getWarehouses()).hasSize(1);

    assertThat(server.take().getHeaders().get("x-tts-access-token")).isEqualTo("TTP_access-one");
    HttpUrl refresh = ShopServer.urlOf(server.takeUnchecked());
    assertThat(refresh.encodedPath()).isEqualTo("/api/v2/token/refresh");
    assertThat(refresh.queryParameterNames())
        .containsExactlyInAnyOrder("app_key", "app_secret", "grant_type", "refresh_token");
    assertThat(refresh.queryParameter("grant_type")).isEqualTo("refresh_token");
    assertThat(refresh.queryParameter("refresh_token")).isEqualTo("TTP_refresh-one");
    assertThat(server.take().getHeaders().get("x-tts-access-token")).isEqualTo("TTP_access-two");
  }

  @Test
  void write_expiredToken_isSentOnceMore() {
    server.answers(ShopServer.failure(105002), TOKENS, TestFiles.fixture("shipped.json"));

    server
        .client()
        .fulfillment()
        .markPackageAsShipped(
            "577900000000700100",
            new MarkPackageAsShippedRequest("TBA1", "7248", List.of("577900000000700002")));

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void call_tokenRefusedAgainAfterItsRefresh_givesUp() {
    server.answers(ShopServer.failure(105002), TOKENS, ShopServer.failure(105002));

    assertThatThrownBy(() -> server.client().logistics().getWarehouses())
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.TOKEN_EXPIRED, ApiException::kind);
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void call_withoutAccessToken_fetchesOneFirst() {
    server.answers(TOKENS, WAREHOUSES);
    TikTokShopClient client = minimal().shopCipher(ShopServer.CIPHER).build();

    client.logistics().getWarehouses();

    assertThat(ShopServer.urlOf(server.takeUnchecked()).encodedPath())
        .isEqualTo("/api/v2/token/refresh");
    assertThat(server.take().getHeaders().get("x-tts-access-token")).isEqualTo("TTP_access-two");
  }

  @Test
  void call_tokenNearItsEnd_isRefreshedBeforehand() {
    server.answers(WAREHOUSES, TOKENS, WAREHOUSES);
    TikTokShopClient client = server.client();
    client.logistics().getWarehouses();
    server.clock().advance(Duration.ofDays(7).minusMinutes(59));

    client.logistics().getWarehouses();

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void refresh_bothTokens_areStoredBeforeTheyAreUsed() {
    TokenStore memory = new InMemoryTokenStore();
    AtomicInteger requestsWhenStored = new AtomicInteger();
    TokenStore watched =
        new TokenStore() {
          @Override
          public Optional<Tokens> find(AccountId account) {
            return memory.find(account);
          }

          @Override
          public Tokens update(AccountId account, Function<Optional<Tokens>, Tokens> change) {
            Tokens stored = memory.update(account, change);
            requestsWhenStored.set(server.requests());
            return stored;
          }
        };
    server.answers(ShopServer.failure(105002), TOKENS, WAREHOUSES);

    server.clientBuilder().tokenStore(watched).build().logistics().getWarehouses();

    assertThat(requestsWhenStored).hasValue(2);
    assertThat(memory.find(ACCOUNT))
        .hasValue(
            new Tokens(
                new AccessToken("TTP_access-two"),
                Instant.ofEpochSecond(1_796_008_400),
                new RefreshToken("TTP_refresh-two"),
                Instant.ofEpochSecond(4_818_450_857L)));
  }

  @Test
  void call_storedTokens_countBeforeTheConfiguredOnes() {
    TokenStore store = storeWithOtherTokens(AccountId.of("seller-1"));
    server.answers(WAREHOUSES);

    server
        .clientBuilder()
        .tokenStore(store)
        .account(AccountId.of("seller-1"))
        .build()
        .logistics()
        .getWarehouses();

    assertThat(server.take().getHeaders().get("x-tts-access-token")).isEqualTo("TTP_from-store");
  }

  @Test
  void call_storedAuthorizationRefusedForGood_turnsToTheConfiguredOne() {
    TokenStore store = storeWithOtherTokens(ACCOUNT);
    server.answers(ShopServer.failure(105001), TOKENS, WAREHOUSES);

    server.clientBuilder().tokenStore(store).build().logistics().getWarehouses();

    assertThat(server.take().getHeaders().get("x-tts-access-token")).isEqualTo("TTP_from-store");
    assertThat(ShopServer.urlOf(server.takeUnchecked()).queryParameter("refresh_token"))
        .isEqualTo("TTP_refresh-one");
    assertThat(server.take().getHeaders().get("x-tts-access-token")).isEqualTo("TTP_access-two");
  }

  @Test
  void call_onlyAuthorizationRefusedForGood_isNotRepeated() {
    server.answers(ShopServer.failure(105001));

    assertThatThrownBy(() -> server.client().logistics().getWarehouses())
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.AUTHORIZATION_LOST, ApiException::kind);
    assertThat(server.requests()).isOne();
  }

  @Test
  void call_storedAuthorizationIsOfAnotherSeller_turnsToTheConfiguredOne() {
    TokenStore store = storeWithOtherTokens(ACCOUNT);
    server.answers(
        "{\"code\":0,\"data\":{\"shops\":[]}}",
        TOKENS,
        TestFiles.fixture("authorized-shops.json"),
        WAREHOUSES);

    assertThat(minimal().tokenStore(store).build().logistics().getWarehouses()).hasSize(1);

    assertThat(server.requests()).isEqualTo(4);
  }

  /** Starts a client with only what is required. */
  private TikTokShopClient.Builder minimal() {
    return TikTokShopClient.builder()
        .appKey("test-key")
        .appSecret(new AppSecret(ShopServer.SECRET))
        .refreshToken(new RefreshToken("TTP_refresh-one"))
        .shop(ShopServer.SHOP)
        .apiBaseUrl(server.url())
        .authBaseUrl(server.url())
        .clock(server.clock())
        .pause(server.clock());
  }

  private static TokenStore storeWithOtherTokens(AccountId account) {
    TokenStore store = new InMemoryTokenStore();
    Tokens other =
        new Tokens(
            new AccessToken("TTP_from-store"),
            ShopServer.NOW.plus(Duration.ofDays(3)),
            new RefreshToken("TTP_refresh-from-store"),
            null);
    assertThat(store.update(account, old -> other)).isEqualTo(other);
    return store;
  }

  @ParameterizedTest
  @ValueSource(ints = {36004001, 36004004})
  void refresh_refused_isALostAuthorization(int code) {
    server.answers(ShopServer.failure(105002), ShopServer.failure(code));

    assertThatThrownBy(() -> server.client().logistics().getWarehouses())
        .hasMessageContaining("refreshToken")
        .hasMessageNotContainingAny(ShopServer.SECRET, "TTP_")
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.AUTHORIZATION_LOST, ApiException::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"access_token\":\"a\",\"access_token_expire_in\":1}",
        "{\"access_token\":\"a\\nb\",\"access_token_expire_in\":1,\"refresh_token\":\"r\"}",
        "{\"access_token\":\"a\",\"access_token_expire_in\":99999999999999999,\"refresh_token\":\"r\"}",
        "{\"access_token\":\"a\",\"access_token_expire_in\":\"soon\",\"refresh_token\":\"r\"}"
      })
  void refresh_brokenAnswer_isUnreadableAndLeavesTheStoredTokens(String data) {
    TokenStore store = new InMemoryTokenStore();
    server.answers(
        ShopServer.failure(105002), "{\"code\":0,\"request_id\":\"R-9\",\"data\":" + data + "}");

    assertThatThrownBy(
            () -> server.clientBuilder().tokenStore(store).build().logistics().getWarehouses())
        .hasMessageContaining("request R-9")
        .asInstanceOf(type(ApiException.class))
        .returns(FailureKind.UNREADABLE, ApiException::kind)
        .satisfies(e -> assertThat(e.jsonPath().orElse("")).startsWith("$.data."));
    assertThat(store.find(ACCOUNT).orElseThrow().refreshToken())
        .isEqualTo(new RefreshToken("TTP_refresh-one"));
  }

  @Test
  void refresh_manyThreadsAtOnce_isSentOnce() throws Exception {
    AtomicInteger refreshes = new AtomicInteger();
    server
        .web()
        .setDispatcher(
            new Dispatcher() {
              @Override
              public MockResponse dispatch(RecordedRequest request) {
                MockResponse.Builder answer = new MockResponse.Builder();
                if (request.getTarget().startsWith("/api/v2/token/refresh")) {
                  refreshes.incrementAndGet();
                  return answer.body(TOKENS).build();
                }
                boolean fresh =
                    "TTP_access-two".equals(request.getHeaders().get("x-tts-access-token"));
                return answer.body(fresh ? WAREHOUSES : ShopServer.failure(105002)).build();
              }
            });
    TikTokShopClient client = server.client();
    Callable<Integer> call = () -> client.logistics().getWarehouses().size();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> results =
          threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> call).toList());

      assertThat(results).allSatisfy(result -> assertThat(get(result)).isOne());
    } finally {
      threads.shutdownNow();
    }
    assertThat(refreshes).hasValue(1);
  }

  @Test
  void getToken_code_isExchangedWithTikToksOwnGrantType() {
    server.answers(TOKENS);

    SellerAuthorization authorization = server.client().tokens().getToken("code+1/=");

    HttpUrl url = ShopServer.urlOf(server.takeUnchecked());
    assertThat(url.encodedPath()).isEqualTo("/api/v2/token/get");
    assertThat(url.queryParameter("grant_type")).isEqualTo("authorized_code");
    assertThat(url.queryParameter("auth_code")).isEqualTo("code+1/=");
    assertThat(url.queryParameter("app_secret")).isEqualTo(ShopServer.SECRET);
    assertThat(authorization.openId()).isEqualTo("open-heron");
    assertThat(authorization.sellerName()).isEqualTo("Heron & Pine");
    assertThat(authorization.region()).isEqualTo("US");
    assertThat(authorization.grantedScopes()).containsExactly("seller.order.info");
    assertThat(authorization.toString()).doesNotContain("TTP_");
  }

  @Test
  void getToken_failureThatMayPass_isNotRepeated() {
    server.answers(503, "").answers(TOKENS);

    assertThatThrownBy(() -> server.client().tokens().getToken("code"))
        .isInstanceOf(ApiException.class);
    assertThat(server.requests()).isOne();
  }

  private static int get(Future<Integer> result) {
    try {
      return result.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
