// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.tiktok.webhook.TikTokWebhookHandler;
import io.mcfconnector.tiktok.webhook.WebhookResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes TikTok's webhooks on this machine, without TLS: a proxy before it has the certificate that
 * TikTok wants. Reads no more of a body than a webhook may have.
 */
final class WebhookServer implements AutoCloseable {

  static final String PATH = "/webhooks/tiktok";

  private static final int THREADS = 8;
  private static final int WAITING = 256;
  private static final int STOP_SECONDS = 3;

  private final HttpServer server;
  private final ExecutorService threads;

  private WebhookServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to listen.
   *
   * @param port the port; 0 = any that is free
   * @throws ConfigurationException when another process listens there
   */
  static WebhookServer start(int port, TikTokWebhookHandler handler) {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(
              "WEBHOOK_PORT " + port + " cannot be listened on: another process has it, perhaps"));
    }
    // Who finds all threads busy waits in line; with the line full, the server itself does the
    // work and takes no new connection meanwhile.
    ExecutorService threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadPoolExecutor.CallerRunsPolicy());
    server.setExecutor(threads);
    server.createContext(PATH, exchange -> answer(exchange, handler));
    server.start();
    return new WebhookServer(server, threads);
  }

  /** Returns where it listens. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  private static void answer(HttpExchange exchange, TikTokWebhookHandler handler)
      throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(statusOf(exchange, handler), -1);
    }
  }

  private static int statusOf(HttpExchange exchange, TikTokWebhookHandler handler)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      return 404;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    byte[] body = exchange.getRequestBody().readNBytes(TikTokWebhookHandler.LARGEST_BODY + 1);
    WebhookResponse response = handler.handle(exchange.getRequestHeaders(), body);
    return response.status();
  }

  /** Takes no more messages; returns when those under way are answered, or after some seconds. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
