// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.spi.TokenStore;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests a {@link TokenStore} against each clause of its contract. Subclass it and return a store.
 */
public abstract class TokenStoreContract {

  private static final AccountId ACCOUNT = AccountId.of("tiktok:7496100000000000777");
  private static final AccountId OTHER = AccountId.of("amazon:A1EXAMPLE");
  private static final Instant EXPIRY = Instant.parse("2026-09-08T12:00:00Z");

  private TokenStore store;

  /** For subclasses. */
  @SuppressWarnings("NullAway.Init") // Each test opens its store first.
  protected TokenStoreContract() {}

  /** Returns a new, empty store. */
  protected abstract TokenStore open();

  /**
   * Returns a store on what the store opened last has kept, as a process has it that starts after a
   * crash; empty when the implementation keeps nothing.
   */
  protected Optional<TokenStore> reopen() {
    return Optional.empty();
  }

  /**
   * Returns every byte that the store opened last has written to disk; empty when the
   * implementation keeps nothing.
   */
  protected Optional<byte[]> written() {
    return Optional.empty();
  }

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  final void clause1_findOfUnknownAccount_isEmpty() {
    assertThat(store.find(ACCOUNT)).isEmpty();
  }

  @Test
  final void clause1_findAfterUpdates_returnsWhatWasStoredLast() {
    store.update(ACCOUNT, before -> tokens(1));
    store.update(ACCOUNT, before -> Tokens.of(new RefreshToken("only")));
    store.update(OTHER, before -> tokens(9));

    assertThat(store.find(ACCOUNT)).contains(Tokens.of(new RefreshToken("only")));
    assertThat(store.find(OTHER)).contains(tokens(9));
  }

  @Test
  final void clause2_update_givesStoredAndReturnsChanged() {
    store.update(ACCOUNT, before -> tokens(1));

    Tokens changed =
        store.update(
            ACCOUNT,
            before -> {
              assertThat(before).contains(tokens(1));
              return tokens(2);
            });

    assertThat(changed).isEqualTo(tokens(2));
    assertThat(store.find(ACCOUNT)).contains(tokens(2));
  }

  @Test
  final void clause2_concurrentUpdates_runOneAtATime() throws InterruptedException {
    Race.run(number -> store.update(ACCOUNT, before -> tokens(generation(before) + 1)));

    assertThat(store.find(ACCOUNT)).contains(tokens(Race.THREADS));
  }

  @Test
  final void clause2_afterRestart_changedIsThere() {
    store.update(ACCOUNT, before -> tokens(1));

    Optional<TokenStore> reopened = reopen();
    assumeTrue(reopened.isPresent(), "this store keeps nothing over a restart");

    assertThat(reopened.orElseThrow().find(ACCOUNT)).contains(tokens(1));
  }

  @Test
  final void clause3_functionThatThrows_changesNothing() {
    store.update(ACCOUNT, before -> tokens(1));
    IllegalStateException refused = new IllegalStateException("refused");

    assertThatThrownBy(
            () ->
                store.update(
                    ACCOUNT,
                    before -> {
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThat(store.find(ACCOUNT)).contains(tokens(1));
    assertThat(store.update(ACCOUNT, before -> tokens(2))).isEqualTo(tokens(2));
  }

  @Test
  final void clause4_updateOfOtherAccount_doesNotWait() {
    store.update(
        ACCOUNT,
        before -> {
          CompletableFuture<Tokens> other =
              CompletableFuture.supplyAsync(() -> store.update(OTHER, ignored -> tokens(5)));
          assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(tokens(5));
          return tokens(1);
        });

    assertThat(store.find(ACCOUNT)).contains(tokens(1));
  }

  @Test
  final void clause5_durableStore_writesNoReadableToken() {
    store.update(ACCOUNT, before -> tokens(1));

    Optional<byte[]> written = written();
    assumeTrue(written.isPresent(), "this store writes nothing");

    assertThat(new String(written.orElseThrow(), UTF_8))
        .isNotEmpty()
        .doesNotContain("access-1")
        .doesNotContain("refresh-1");
  }

  private static Tokens tokens(int generation) {
    return new Tokens(
        new AccessToken("access-" + generation),
        EXPIRY,
        new RefreshToken("refresh-" + generation),
        EXPIRY.plusSeconds(generation));
  }

  private static int generation(Optional<Tokens> tokens) {
    return tokens
        .map(found -> Integer.parseInt(found.refreshToken().value().substring("refresh-".length())))
        .orElse(0);
  }
}
