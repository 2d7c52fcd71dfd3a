// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.token;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the access token of one account fresh. However many threads ask, one refresh runs at a
 * time, and its result is stored before anybody uses it. Thread-safe.
 *
 * <p>The stored authorization counts before the configured one: where a platform replaces refresh
 * tokens, the stored one is the newer. When the platform refuses the stored one for good, the
 * configured one is tried, since a person may have configured a new authorization. What the
 * platform did not accept never replaces what is stored.
 */
public final class TokenKeeper {

  private final AccountId account;
  private final TokenStore store;
  private final Tokens configured;
  private final Function<RefreshToken, Tokens> refresh;
  private final Duration earlier;
  private final Clock clock;
  private final AtomicBoolean turned = new AtomicBoolean();
  private volatile @Nullable Tokens latest;

  /**
   * Creates a keeper.
   *
   * @param account whose tokens
   * @param store where they live
   * @param configured what the host configured; counts while the store has nothing, and when the
   *     platform refuses for good what the store has
   * @param refresh the platform's exchange of a refresh token for new tokens
   * @param earlier how long before its end an access token is replaced
   * @param clock tells when that is
   */
  public TokenKeeper(
      AccountId account,
      TokenStore store,
      Tokens configured,
      Function<RefreshToken, Tokens> refresh,
      Duration earlier,
      Clock clock) {
    this.account = account;
    this.store = store;
    this.configured = configured;
    this.refresh = refresh;
    this.earlier = earlier;
    this.clock = clock;
  }

  /** Returns an access token that is valid for a while, refreshing it when needed. */
  public AccessToken accessToken() {
    Tokens known = latest;
    AccessToken token = known == null ? null : fresh(known);
    return token != null ? token : replace(null);
  }

  /**
   * Returns a new access token after the platform refused one. When another thread or node replaced
   * the refused token meanwhile, its result is used instead of a second refresh.
   */
  public AccessToken replace(@Nullable AccessToken refused) {
    Tokens updated =
        store.update(
            account,
            stored -> {
              Tokens current = stored.orElse(configured);
              AccessToken token = fresh(current);
              boolean usable = token != null && !token.equals(refused);
              return usable ? current : renew(current);
            });
    latest = updated;
    AccessToken token = updated.accessToken();
    if (token == null) {
      throw new IllegalStateException("a refresh gave no access token for " + account);
    }
    return token;
  }

  /**
   * Turns to the configured authorization after the platform refused an access token of the stored
   * one for good. Once in the life of a keeper: what is configured does not change meanwhile.
   *
   * @return whether there is another access token now
   */
  public boolean turnToConfigured(AccessToken refused) {
    if (turned.getAndSet(true)) {
      return false;
    }
    try {
      Tokens updated =
          store.update(
              account,
              stored -> {
                Tokens current = stored.orElse(configured);
                boolean replaced = !refused.equals(current.accessToken());
                return replaced || isConfigured(current) ? current : renewConfigured();
              });
      latest = updated;
      return !refused.equals(updated.accessToken());
    } catch (ApiException notAccepted) {
      turned.set(notAccepted.kind() == FailureKind.AUTHORIZATION_LOST);
      return false; // The caller has the refusal that led here.
    }
  }

  /** Returns when the authorization ends, as far as the platform told; reads the store only. */
  public Optional<Instant> authorizationEndsAt() {
    return Optional.ofNullable(store.find(account).orElse(configured).refreshExpiresAt());
  }

  private Tokens renew(Tokens current) {
    try {
      return refresh.apply(current.refreshToken());
    } catch (ApiException refused) {
      if (refused.kind() != FailureKind.AUTHORIZATION_LOST || isConfigured(current)) {
        throw refused;
      }
      return renewConfigured(refused);
    }
  }

  private Tokens renewConfigured(ApiException refused) {
    try {
      return renewConfigured();
    } catch (ApiException refusedToo) {
      if (refusedToo.kind() != FailureKind.AUTHORIZATION_LOST) {
        throw refusedToo; // May pass, so nothing is lost yet.
      }
      // The first tells why the authorization in use ended. What is configured is mostly an old
      // one, whose refusal says nothing.
      refused.addSuppressed(refusedToo);
      throw refused;
    }
  }

  /** A configured access token proves nothing, but the answer to its refresh token does. */
  private Tokens renewConfigured() {
    return refresh.apply(configured.refreshToken());
  }

  private boolean isConfigured(Tokens tokens) {
    return tokens.refreshToken().equals(configured.refreshToken());
  }

  private @Nullable AccessToken fresh(Tokens tokens) {
    Instant replaceAt = tokens.accessExpiresAt().minus(earlier);
    return clock.instant().isBefore(replaceAt) ? tokens.accessToken() : null;
  }
}
