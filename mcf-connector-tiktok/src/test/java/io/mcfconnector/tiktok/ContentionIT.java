// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.store.InMemoryTokenStore;
import io.mcfconnector.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty threads on one client: no call too many, no token lost, one refresh. */
class ContentionIT {

  private static final int THREADS = 50;
  private static final String WAREHOUSES = TestFiles.fixture("warehouses.json");

  /** Five reads a second, and one less than the burst of ten. */
  private static final int AT_ONCE = 9;

  private static final int EACH_SECOND = 5;

  private final ShopServer server = new ShopServer();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    threads.shutdownNow();
    server.close();
  }

  @Test
  void calls_fiftyThreadsAtOnce_keepExactlyToTheBucket() throws Exception {
    StoppedClock clock = new StoppedClock();
    Semaphore arrived = new Semaphore(0);
    dispatch(
        request -> {
          arrived.release();
          return WAREHOUSES;
        });
    try (TikTokShopClient client = server.clientBuilder().clock(clock).pause(clock).build()) {
      List<Future<?>> calls = inParallel(() -> client.logistics().getWarehouses());

      int allowed = AT_ONCE;
      int more = AT_ONCE;
      while (allowed < THREADS) {
        assertThat(arrived.tryAcquire(more, 30, TimeUnit.SECONDS)).isTrue();
        clock.awaitWaiting(THREADS - allowed);
        assertThat(server.requests()).isEqualTo(allowed);
        clock.advance(Duration.ofSeconds(1));
        more = EACH_SECOND;
        allowed += more;
      }
      for (Future<?> call : calls) {
        call.get(30, TimeUnit.SECONDS);
      }
      assertThat(server.requests()).isEqualTo(THREADS);
    }
  }

  @Test
  void refresh_fiftyThreadsWithARefusedToken_isSentOnceAndEveryCallSucceeds() throws Exception {
    AtomicInteger refreshes = new AtomicInteger();
    Set<String> used = ConcurrentHashMap.newKeySet();
    InMemoryTokenStore store = new InMemoryTokenStore();
    List<String> usedBeforeStored = new ArrayList<>();
    dispatch(
        request -> {
          if (request.getTarget().startsWith("/api/v2/token/refresh")) {
            refreshes.incrementAndGet();
            return TestFiles.fixture("token.json");
          }
          String token = String.valueOf(request.getHeaders().get("x-tts-access-token"));
          used.add(token);
          if (token.equals("TTP_access-one")) {
            return ShopServer.failure(105002);
          }
          if (store.find(AccountId.of("tiktok/" + ShopServer.SHOP)).isEmpty()) {
            synchronized (usedBeforeStored) {
              usedBeforeStored.add(token);
            }
          }
          return WAREHOUSES;
        });
    try (TikTokShopClient client = server.clientBuilder().tokenStore(store).build()) {
      for (Future<?> call : inParallel(() -> client.logistics().getWarehouses())) {
        call.get(60, TimeUnit.SECONDS);
      }
    }

    assertThat(refreshes).hasValue(1);
    assertThat(used).hasSizeBetween(1, 2);
    assertThat(usedBeforeStored).isEmpty();
  }

  /** Two sellers: what one lost, the other has. */
  @Test
  void authorization_lostForOneAccount_leavesTheOtherAtWork() {
    dispatch(
        request -> {
          if (request.getTarget().startsWith("/api/v2/token/refresh")) {
            return ShopServer.failure(36004001);
          }
          return "TTP_lost".equals(request.getHeaders().get("x-tts-access-token"))
              ? ShopServer.failure(105002)
              : WAREHOUSES;
        });
    InMemoryTokenStore shared = new InMemoryTokenStore();
    try (TikTokShopClient lost =
            server
                .clientBuilder()
                .shop(ShopId.of("7496000000000000888"))
                .accessToken(new AccessToken("TTP_lost"))
                .refreshToken(new RefreshToken("TTP_lost-too"))
                .tokenStore(shared)
                .build();
        TikTokShopClient kept = server.clientBuilder().tokenStore(shared).build()) {
      assertThatThrownBy(() -> lost.logistics().getWarehouses())
          .hasMessageContaining("AUTHORIZATION_LOST");

      assertThat(kept.logistics().getWarehouses()).hasSize(1);
    }
  }

  private List<Future<?>> inParallel(Runnable call) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      calls.add(
          threads.submit(
              () -> {
                start.await();
                call.run();
                return null;
              }));
    }
    start.countDown();
    return calls;
  }

  private void dispatch(java.util.function.Function<RecordedRequest, String> answer) {
    server
        .web()
        .setDispatcher(
            new Dispatcher() {
              @Override
              public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                    .body(Objects.requireNonNull(answer.apply(request)))
                    .build();
              }
            });
  }

  /** Stands still until the test moves it; whoever pauses waits for that. */
  private static final class StoppedClock extends Clock implements Pause {
    private Instant now = ShopServer.NOW;
    private int waiting;

    @Override
    public synchronized void pause(Duration time) throws InterruptedException {
      Instant until = now.plus(time);
      waiting++;
      notifyAll();
      while (now.isBefore(until)) {
        wait();
      }
      waiting--;
    }

    synchronized void advance(Duration time) {
      now = now.plus(time);
      notifyAll();
    }

    /** Waits until so many threads pause and no other is on its way. */
    synchronized void awaitWaiting(int threads) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (waiting != threads && System.nanoTime() < end) {
        wait(100);
      }
      assertThat(waiting).isEqualTo(threads);
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
