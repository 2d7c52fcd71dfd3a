// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.Samples.fixture;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mcfconnector.amazon.auth.LwaCredentials;
import io.mcfconnector.model.RefreshToken;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many calls and many clients leave no threads, connections or objects behind. */
final class LeakIT {

  private static final int CALLS = 10_000;
  private static final int CLIENTS = 1_000;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  static {
    // Without it this server answers 25 calls a second.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService serverThread = Executors.newFixedThreadPool(2);
  private final HttpServer server;

  LeakIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    byte[] token = "{\"access_token\":\"Atza|1\",\"expires_in\":3600}".getBytes(UTF_8);
    byte[] order = fixture("v20260704/order.json").getBytes(UTF_8);
    server.setExecutor(serverThread);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = exchange.getRequestURI().getPath().equals("/token") ? token : order;
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    serverThread.shutdownNow();
  }

  @Test
  void tenThousandCalls_oneClient_needOneConnectionEachForTokenAndCalls() {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient host = new OkHttpClient.Builder().connectionPool(pool).build();
    callOnce(); // What is started once does not count.
    long threads = threads();
    try (SellingPartnerClient client = settings().httpClient(host).build()) {
      for (int i = 0; i < CALLS; i++) {
        client.outbound20260704().getOrder(Samples.ID.value());
      }

      assertThat(pool.connectionCount()).isLessThanOrEqualTo(2);
    }
    pool.evictAll();

    assertThat(pool.connectionCount()).isZero();
    // OkHttp keeps one thread for all clients of the process, which ends by itself.
    assertReturnsTo(threads + 1, LeakIT::threads);
  }

  @Test
  void thousandClients_openedAndClosed_leaveNothingBehind() {
    callOnce(); // What is started once does not count.
    long threads = threads();
    long files = files();
    List<WeakReference<SellingPartnerClient>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(callOnce());
    }

    assertReturnsTo(threads + 1, LeakIT::threads);
    assertReturnsTo(files + 5, LeakIT::files);
    assertReturnsTo(
        0,
        () -> {
          System.gc();
          return clients.stream().filter(client -> client.get() != null).count();
        });
  }

  private WeakReference<SellingPartnerClient> callOnce() {
    try (SellingPartnerClient client = settings().build()) {
      client.outbound20260704().getOrder(Samples.ID.value());
      return new WeakReference<>(client);
    }
  }

  private SellingPartnerClient.Builder settings() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return SellingPartnerClient.builder()
        .credentials(new LwaCredentials("client-1", "secret", new RefreshToken("Atzr|1")))
        .apiBaseUrl(url)
        .lwaUrl(url.resolve("/token"))
        .pause(time -> {});
  }

  private static void assertReturnsTo(long most, LongSupplier count) {
    Instant deadline = Instant.now().plus(DEADLINE);
    while (count.getAsLong() > most && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(count.getAsLong()).isLessThanOrEqualTo(most);
  }

  private static long threads() {
    return Thread.getAllStackTraces().size();
  }

  /** Returns the open files and sockets of this process; 0 where nobody tells. */
  private static long files() {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(open)) {
      return files.count();
    } catch (IOException e) {
      return 0;
    }
  }
}
