// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.AccessToken;
import io.mcfconnector.model.RefreshToken;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many calls and many clients leave no thread and no connection behind. */
class LeakIT {

  private static final int CALLS = 10_000;
  private static final int CLIENTS = 1_000;

  /** Threads of the machine and its libraries that come and go by themselves. */
  private static final int SLACK = 5;

  private final VirtualTime time = VirtualTime.startingAt(SimulatedShop.START);
  private final TikTokShopSimulator shop =
      TikTokShopSimulator.builder(time.clock()).quota(1_000_000).start();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void calls_tenThousand_useOneConnectionAndNoThreadOfTheirOwn() throws InterruptedException {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient http = new OkHttpClient.Builder().connectionPool(pool).build();
    try (TikTokShopClient client = builder().httpClient(http).build()) {
      client.packages().validateTracking("TBA1");
      Set<Thread> threads = threads();
      for (int i = 1; i < CALLS; i++) {
        client.packages().validateTracking("TBA1");
      }

      assertThat(shop.exchanges("validateTracking")).hasSize(CALLS);
      assertThat(pool.connectionCount()).isOne();
      assertThat(http.dispatcher().runningCallsCount()).isZero();
      assertReturnsTo(threads);
    }
    pool.evictAll();
    assertThat(pool.connectionCount()).isZero();
    http.dispatcher().executorService().shutdown();
  }

  /** The simulator serves each connection in a thread, so open connections count as well. */
  @Test
  void clients_thousandOpenedAndClosed_leaveNothing() throws InterruptedException {
    useAndClose();
    Set<Thread> threads = threads();
    for (int i = 0; i < CLIENTS; i++) {
      useAndClose();
    }

    assertThat(shop.exchanges("validateTracking")).hasSize(CLIENTS + 1);
    assertReturnsTo(threads);
  }

  private void useAndClose() {
    try (TikTokShopClient client = builder().build()) {
      client.packages().validateTracking("TBA1");
    }
  }

  private TikTokShopClient.Builder builder() {
    return TikTokShopClient.builder()
        .appKey(shop.appKey())
        .appSecret(new AppSecret(shop.appSecret()))
        .accessToken(new AccessToken(shop.accessToken()))
        .refreshToken(new RefreshToken(shop.refreshToken()))
        .shop(ShopId.of(shop.shopId()))
        .shopCipher(shop.shopCipher())
        .apiBaseUrl(URI.create(shop.url()))
        .authBaseUrl(URI.create(shop.url()))
        .clock(time.clock())
        .pause(time.pause());
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  /** Threads of closed connections end soon; those that do not are the leak. */
  private static void assertReturnsTo(Set<Thread> before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Set<Thread> left = new HashSet<>(threads());
    left.removeAll(before);
    while (left.size() > SLACK && System.nanoTime() < end) {
      for (Thread thread : left) {
        thread.join(10);
      }
      left.removeIf(thread -> !thread.isAlive());
    }
    assertThat(left).hasSizeLessThanOrEqualTo(SLACK);
  }
}
