// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.token;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the access token of one account fresh. However many threads ask, one refresh runs at a
 * time, and its result is stored before anybody uses it. Thread-safe.
 */
public final class TokenKeeper {

  private final AccountId account;
  private final TokenStore store;
  private final Tokens configured;
  private final Function<RefreshToken, Tokens> refresh;
  private final Duration earlier;
  private final Clock clock;
  private volatile @Nullable Tokens latest;

  /**
   * Creates a keeper.
   *
   * @param account whose tokens
   * @param store where they live
   * @param configured what the host configured; counts while the store has nothing
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
              return usable ? current : refresh.apply(current.refreshToken());
            });
    latest = updated;
    AccessToken token = updated.accessToken();
    if (token == null) {
      throw new IllegalStateException("a refresh gave no access token for " + account);
    }
    return token;
  }

  private @Nullable AccessToken fresh(Tokens tokens) {
    Instant replaceAt = tokens.accessExpiresAt().minus(earlier);
    return clock.instant().isBefore(replaceAt) ? tokens.accessToken() : null;
  }
}
