// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** TikTok replaces both tokens with each refresh; a node dies before it saves the new ones. */
class TokenLossIT extends EmbeddedWorldTest {

  private static final Duration A_WHILE = Duration.ofSeconds(3);

  @Test
  void route_tokensLostBetweenAnswerAndSave_flagsTheSellerAndGoesOnAfterConsent() {
    world.buyers().add(Kind.PLAIN);
    NodeSettings settings = world.settings();
    killWithExpiredTokenAt("call.refreshToken/after");
    int refreshes = refreshes();
    assertThat(refreshes).isOne();

    NodeProcess node = route(settings);
    assertThat(
            Until.holds(
                Until.PATIENCE,
                () ->
                    world.troubles().stream()
                        .anyMatch(trouble -> trouble.contains("AUTHORIZATION_LOST"))))
        .as(() -> world.troubles().toString())
        .isTrue();
    boolean ignored = Until.holds(A_WHILE, () -> false);

    // The old token is tried by each run of a duty at the shop, and never in a loop.
    long runs = world.troubles().stream().filter(line -> line.contains("DUTY_FAILED")).count();
    assertThat(refreshes() - refreshes).isBetween(1, (int) runs + 2);
    assertThat(node.stop()).isZero();
    assertThat(world.amazon().orders()).isEmpty();
    consent();
    finish(route(settings));
  }

  @Test
  void route_amazonTokensLostBetweenAnswerAndSave_asksAgain() {
    world.buyers().add(Kind.PLAIN);
    killAt(world.settings(), "tokens.amazon" + WatchedTokens.ANSWERED);

    finish(route(world.settings()));
  }

  private int refreshes() {
    return world.tiktok().exchanges("refreshToken").size();
  }

  /** The host stores what the seller's new consent gave. */
  private void consent() {
    AccountId account = AccountId.of("tiktok/" + world.tiktok().shopId());
    Tokens tokens = Tokens.of(new RefreshToken(world.tiktok().refreshToken()));
    Tokens stored = world.open(database -> database.tokenStore().update(account, former -> tokens));
    assertThat(stored).isEqualTo(tokens);
  }
}
