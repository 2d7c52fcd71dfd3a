// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The tokens of a process that routes, for another one that looks at the platforms beside it. Gives
 * an access token out once and renews none: a platform may replace the refresh token with each
 * renewal, and what is not stored then is lost, and the seller locked out.
 */
final class BorrowedTokens implements TokenStore {

  private final TokenStore owned;
  private final Clock clock;
  private final Set<AccessToken> given = new HashSet<>();

  BorrowedTokens(TokenStore owned, Clock clock) {
    this.owned = owned;
    this.clock = clock;
  }

  @Override
  public Optional<Tokens> find(AccountId account) {
    return owned.find(account);
  }

  @Override
  public synchronized Tokens update(AccountId account, Function<Optional<Tokens>, Tokens> change) {
    Optional<Tokens> stored = find(account);
    AccessToken token = stored.map(Tokens::accessToken).orElse(null);
    boolean usable =
        token != null && stored.orElseThrow().accessExpiresAt().isAfter(clock.instant());
    if (!usable || !given.add(token)) {
      throw new StoreException(
          "The access token that 'live' keeps for "
              + account
              + " is over or refused, and only 'live' may renew it. Try again when it has, or stop"
              + " it first.");
    }
    return stored.orElseThrow();
  }
}
