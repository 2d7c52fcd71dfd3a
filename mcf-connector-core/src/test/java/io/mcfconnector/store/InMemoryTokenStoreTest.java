// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InMemoryTokenStoreTest {

  private static final AccountId SELLER = AccountId.of("seller");
  private static final AccountId OTHER = AccountId.of("other");

  private final InMemoryTokenStore store = new InMemoryTokenStore();

  @Test
  void update_newAccount_storesResult() {
    assertThat(store.find(SELLER)).isEmpty();

    Tokens stored =
        store.update(
            SELLER,
            before -> {
              assertThat(before).isEmpty();
              return tokens(1);
            });

    assertThat(stored).isEqualTo(tokens(1));
    assertThat(store.find(SELLER)).contains(tokens(1));
    assertThat(store.find(OTHER)).isEmpty();
  }

  @Test
  void update_functionThrows_changesNothing() {
    store.update(SELLER, before -> tokens(1));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                store.update(
                    SELLER,
                    before -> {
                      throw new IllegalStateException("down");
                    }))
        .withMessage("down");

    assertThat(store.find(SELLER)).contains(tokens(1));
    assertThat(store.update(SELLER, before -> tokens(2))).isEqualTo(tokens(2));
  }

  @Test
  void update_manyThreads_seeEachOthersResult() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(16);
    try {
      List<Future<Tokens>> done = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        done.add(
            executor.submit(
                () ->
                    store.update(
                        SELLER, before -> tokens(before.map(this::numberOf).orElse(0) + 1))));
      }
      for (Future<Tokens> future : done) {
        future.get();
      }
    } finally {
      executor.shutdown();
    }
    assertThat(store.find(SELLER)).contains(tokens(500));
  }

  @Test
  void update_otherAccount_doesNotWait() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Tokens> slow =
          executor.submit(
              () ->
                  store.update(
                      SELLER,
                      before -> {
                        inside.countDown();
                        await(mayEnd);
                        return tokens(1);
                      }));
      assertThat(inside.await(10, SECONDS)).isTrue();

      store.update(OTHER, before -> tokens(2));

      assertThat(slow.isDone()).isFalse();
      mayEnd.countDown();
      assertThat(slow.get()).isEqualTo(tokens(1));
    } finally {
      executor.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int numberOf(Tokens tokens) {
    return Integer.parseInt(tokens.refreshToken().value());
  }

  private static Tokens tokens(int number) {
    return new Tokens(
        new AccessToken("access"), Instant.EPOCH, new RefreshToken(String.valueOf(number)), null);
  }
}
