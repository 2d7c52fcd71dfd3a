// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.util.Optional;
import java.util.function.Function;

/** Passes kill points around each replacement of tokens, also between answer and save. */
final class WatchedTokens implements TokenStore {

  /** The platform has answered with new tokens that nobody has saved. */
  static final String ANSWERED = "/answered";

  private final TokenStore tokens;
  private final KillPoints points;

  WatchedTokens(TokenStore tokens, KillPoints points) {
    this.tokens = tokens;
    this.points = points;
  }

  /** Returns the name of the points of an account. */
  static String pointOf(AccountId account) {
    return "tokens." + account.value().substring(0, account.value().indexOf('/'));
  }

  @Override
  public Optional<Tokens> find(AccountId account) {
    return tokens.find(account);
  }

  @Override
  public Tokens update(AccountId account, Function<Optional<Tokens>, Tokens> change) {
    String point = pointOf(account);
    points.pass(point + "/before");
    Tokens updated =
        tokens.update(
            account,
            stored -> {
              Tokens changed = change.apply(stored);
              points.pass(point + ANSWERED);
              return changed;
            });
    points.pass(point + "/after");
    return updated;
  }
}
