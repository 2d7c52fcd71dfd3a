// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenKeeperTest {

  private static final AccountId ACCOUNT = AccountId.of("seller-1");
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final Duration EARLIER = Duration.ofMinutes(5);

  private final ManualClock clock = new ManualClock();
  private final TokenStore store = new InMemoryTokenStore();
  private final List<RefreshToken> refreshed = new CopyOnWriteArrayList<>();
  private final Set<RefreshToken> lost = new HashSet<>();
  private final Set<RefreshToken> unavailable = new HashSet<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private @Nullable RuntimeException outage;

  @Test
  void accessToken_firstTime_refreshesAndStoresBeforeUse() {
    AccessToken token = keeper().accessToken();

    assertThat(token).isEqualTo(new AccessToken("access-1"));
    assertThat(refreshed).containsExactly(new RefreshToken("configured"));
    assertThat(store.find(ACCOUNT))
        .map(Tokens::refreshToken)
        .contains(new RefreshToken("refresh-1"));
  }

  @Test
  void accessToken_whileFresh_isNotRefreshed() {
    TokenKeeper keeper = keeper();
    AccessToken first = keeper.accessToken();

    clock.advance(LIFETIME.minus(EARLIER).minusSeconds(1));

    assertThat(keeper.accessToken()).isEqualTo(first);
    assertThat(refreshed).hasSize(1);
  }

  @Test
  void accessToken_shortlyBeforeItsEnd_isReplacedWithTheStoredRefreshToken() {
    TokenKeeper keeper = keeper();
    keeper.accessToken();

    clock.advance(LIFETIME.minus(EARLIER));

    assertThat(keeper.accessToken()).isEqualTo(new AccessToken("access-2"));
    assertThat(refreshed)
        .containsExactly(new RefreshToken("configured"), new RefreshToken("refresh-1"));
  }

  @Test
  void accessToken_fiftyThreads_refreshOnce() throws Exception {
    TokenKeeper keeper = keeper();

    Set<AccessToken> tokens = inParallel(50, keeper::accessToken);

    assertThat(tokens).containsExactly(new AccessToken("access-1"));
    assertThat(refreshed).hasSize(1);
  }

  @Test
  void replace_fiftyThreadsWithOneRefusedToken_refreshOnce() throws Exception {
    TokenKeeper keeper = keeper();
    AccessToken refused = keeper.accessToken();

    Set<AccessToken> tokens = inParallel(50, () -> keeper.replace(refused));

    assertThat(tokens).containsExactly(new AccessToken("access-2"));
    assertThat(refreshed).hasSize(2);
  }

  @Test
  void replace_anotherNodeWasFaster_usesItsToken() {
    TokenKeeper here = keeper();
    TokenKeeper there = keeper();
    AccessToken refused = here.accessToken();
    assertThat(there.accessToken()).isEqualTo(refused);
    AccessToken renewed = there.replace(refused);

    assertThat(here.replace(refused)).isEqualTo(renewed);
    assertThat(here.accessToken()).isEqualTo(renewed);
    assertThat(refreshed).hasSize(2);
  }

  @Test
  void accessToken_refreshFails_tellsAndTriesAgainNextTime() {
    TokenKeeper keeper = keeper();
    outage = new IllegalStateException("down");
    assertThatIllegalStateException().isThrownBy(keeper::accessToken).withMessage("down");
    assertThat(store.find(ACCOUNT)).isEmpty();

    outage = null;

    assertThat(keeper.accessToken()).isEqualTo(new AccessToken("access-1"));
  }

  @Test
  void accessToken_storeFails_newTokenIsNotUsed() {
    TokenStore broken =
        new TokenStore() {
          @Override
          public Optional<Tokens> find(AccountId account) {
            return Optional.empty();
          }

          @Override
          public Tokens update(
              AccountId account, java.util.function.Function<Optional<Tokens>, Tokens> change) {
            Tokens lost = change.apply(Optional.empty());
            throw new IllegalStateException("disk full, lost " + lost);
          }
        };
    TokenKeeper keeper = keeper(broken);

    for (int i = 0; i < 2; i++) {
      assertThatIllegalStateException()
          .isThrownBy(keeper::accessToken)
          .withMessageStartingWith("disk full");
    }
  }

  @Test
  void accessToken_configuredTokenStillFresh_needsNoRefresh() {
    Tokens configured =
        new Tokens(
            new AccessToken("from-host"),
            clock.instant().plus(LIFETIME),
            new RefreshToken("configured"),
            null);
    TokenKeeper keeper = new TokenKeeper(ACCOUNT, store, configured, this::refresh, EARLIER, clock);

    assertThat(keeper.accessToken()).isEqualTo(new AccessToken("from-host"));
    assertThat(refreshed).isEmpty();
  }

  @Test
  void accessToken_refreshWithoutAccessToken_isRefused() {
    TokenKeeper keeper =
        new TokenKeeper(
            ACCOUNT, store, Tokens.of(new RefreshToken("configured")), Tokens::of, EARLIER, clock);

    assertThatIllegalStateException()
        .isThrownBy(keeper::accessToken)
        .withMessageContaining("seller-1");
  }

  @Test
  void accessToken_storedAndConfiguredDiffer_storedOneCounts() {
    storeAuthorization("stored", clock.instant());

    assertThat(keeper().accessToken()).isEqualTo(new AccessToken("access-1"));

    assertThat(refreshed).containsExactly(new RefreshToken("stored"));
  }

  @Test
  void accessToken_storedOneIsLost_turnsToTheConfiguredOne() {
    storeAuthorization("stored", clock.instant());
    lost.add(new RefreshToken("stored"));

    assertThat(keeper().accessToken()).isEqualTo(new AccessToken("access-1"));

    assertThat(refreshed).containsExactly(new RefreshToken("configured"));
    assertThat(store.find(ACCOUNT))
        .map(Tokens::refreshToken)
        .contains(new RefreshToken("refresh-1"));
  }

  @Test
  void accessToken_bothAreLost_tellsOfTheStoredOneAndKeepsIt() {
    storeAuthorization("stored", clock.instant());
    lost.addAll(List.of(new RefreshToken("stored"), new RefreshToken("configured")));
    TokenKeeper keeper = keeper();

    for (int calls = 1; calls <= 2; calls++) {
      ApiException problem = refusalOf(keeper::accessToken);
      assertThat(problem).hasMessageContaining("stored");
      assertThat(problem.getSuppressed()).singleElement().asString().contains("configured");
      assertThat(refusals).hasValue(2 * calls);
    }
    assertThat(store.find(ACCOUNT)).map(Tokens::refreshToken).contains(new RefreshToken("stored"));
  }

  @Test
  void accessToken_configuredOneCannotBeTriedNow_mayPass() {
    storeAuthorization("stored", clock.instant());
    lost.add(new RefreshToken("stored"));
    unavailable.add(new RefreshToken("configured"));

    assertThat(refusalOf(keeper()::accessToken).kind()).isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void accessToken_storedOneCannotBeTriedNow_configuredOneIsLeftAlone() {
    storeAuthorization("stored", clock.instant());
    unavailable.add(new RefreshToken("stored"));

    assertThat(refusalOf(keeper()::accessToken).kind()).isEqualTo(FailureKind.UNAVAILABLE);

    assertThat(refreshed).isEmpty();
  }

  @Test
  void accessToken_onlyAuthorizationIsLost_isTriedOnce() {
    lost.add(new RefreshToken("configured"));

    assertThat(refusalOf(keeper()::accessToken).getSuppressed()).isEmpty();

    assertThat(refusals).hasValue(1);
  }

  @Test
  void turnToConfigured_accessTokenOfTheStoredOneRefusedForGood_isReplaced() {
    storeAuthorization("stored", clock.instant().plus(LIFETIME));
    TokenKeeper keeper = keeper();
    AccessToken refused = keeper.accessToken();

    assertThat(keeper.turnToConfigured(refused)).isTrue();

    assertThat(keeper.accessToken()).isEqualTo(new AccessToken("access-1"));
    assertThat(refreshed).containsExactly(new RefreshToken("configured"));
  }

  @Test
  void turnToConfigured_again_doesNothing() {
    storeAuthorization("stored", clock.instant().plus(LIFETIME));
    TokenKeeper keeper = keeper();
    keeper.turnToConfigured(keeper.accessToken());

    assertThat(keeper.turnToConfigured(keeper.accessToken())).isFalse();

    assertThat(refreshed).hasSize(1);
  }

  @Test
  void turnToConfigured_configuredOneIsLostToo_storedOneStays() {
    storeAuthorization("stored", clock.instant().plus(LIFETIME));
    lost.add(new RefreshToken("configured"));
    TokenKeeper keeper = keeper();
    AccessToken refused = keeper.accessToken();

    assertThat(keeper.turnToConfigured(refused)).isFalse();
    assertThat(keeper.turnToConfigured(refused)).isFalse();

    assertThat(refusals).hasValue(1);
    assertThat(keeper.accessToken()).isEqualTo(refused);
  }

  @Test
  void turnToConfigured_cannotBeTriedNow_isTriedAgain() {
    storeAuthorization("stored", clock.instant().plus(LIFETIME));
    unavailable.add(new RefreshToken("configured"));
    TokenKeeper keeper = keeper();
    AccessToken refused = keeper.accessToken();
    assertThat(keeper.turnToConfigured(refused)).isFalse();

    unavailable.clear();

    assertThat(keeper.turnToConfigured(refused)).isTrue();
  }

  @Test
  void turnToConfigured_configuredOneIsInUse_doesNothing() {
    storeAuthorization("configured", clock.instant().plus(LIFETIME));
    TokenKeeper keeper = keeper();

    assertThat(keeper.turnToConfigured(keeper.accessToken())).isFalse();

    assertThat(refreshed).isEmpty();
  }

  @Test
  void turnToConfigured_anotherNodeWasFaster_usesItsToken() {
    storeAuthorization("stored", clock.instant().plus(LIFETIME));
    TokenKeeper here = keeper();
    TokenKeeper there = keeper();
    AccessToken refused = here.accessToken();
    assertThat(there.turnToConfigured(refused)).isTrue();

    assertThat(here.turnToConfigured(refused)).isTrue();

    assertThat(here.accessToken()).isEqualTo(there.accessToken());
    assertThat(refreshed).hasSize(1);
  }

  private void storeAuthorization(String refreshToken, Instant accessExpiresAt) {
    Tokens stored =
        new Tokens(
            new AccessToken("stored-access"),
            accessExpiresAt,
            new RefreshToken(refreshToken),
            null);
    assertThat(store.update(ACCOUNT, before -> stored)).isEqualTo(stored);
  }

  private static ApiException refusalOf(ThrowingCallable call) {
    ApiException refusal = catchThrowableOfType(ApiException.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private TokenKeeper keeper() {
    return keeper(store);
  }

  private TokenKeeper keeper(TokenStore tokenStore) {
    return new TokenKeeper(
        ACCOUNT,
        tokenStore,
        Tokens.of(new RefreshToken("configured")),
        this::refresh,
        EARLIER,
        clock);
  }

  private Tokens refresh(RefreshToken token) {
    if (outage != null) {
      throw outage;
    }
    if (lost.contains(token)) {
      refusals.incrementAndGet();
      throw refused(FailureKind.AUTHORIZATION_LOST, token);
    }
    if (unavailable.contains(token)) {
      throw refused(FailureKind.UNAVAILABLE, token);
    }
    refreshed.add(token);
    int count = refreshed.size();
    return new Tokens(
        new AccessToken("access-" + count),
        clock.instant().plus(LIFETIME),
        new RefreshToken("refresh-" + count),
        null);
  }

  private static ApiException refused(FailureKind kind, RefreshToken token) {
    return ApiException.builder("refreshToken", kind).detail(token.value()).build();
  }

  private static Set<AccessToken> inParallel(int threads, Callable<AccessToken> call)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<AccessToken>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(
            executor.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      Set<AccessToken> tokens = new HashSet<>();
      for (Future<AccessToken> result : results) {
        tokens.add(result.get());
      }
      return tokens;
    } finally {
      executor.shutdown();
    }
  }
}
