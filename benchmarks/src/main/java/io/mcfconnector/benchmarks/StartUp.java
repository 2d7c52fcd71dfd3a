// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import io.mcfconnector.jdbc.DataCipher;
import io.mcfconnector.jdbc.DataKey;
import io.mcfconnector.jdbc.JdbcDatabase;
import io.mcfconnector.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * From the start of a Java to the answer of the first poll, with a new SQLite file; against a Java
 * that makes one call with bare OkHttp.
 */
public final class StartUp {

  private static final int RUNS = 5;

  private StartUp() {}

  /** Starts a router for the settings in the second argument, or calls the address there. */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("bare")) {
      bare(arguments[1]);
    } else {
      router(PlatformProcess.settings(arguments[1]));
    }
    // Threads of connections that would live on for a while are not what is measured.
    Runtime.getRuntime().halt(0);
  }

  private static void bare(String url) throws IOException {
    try (Response response =
        new OkHttpClient().newCall(new Request.Builder().url(url).build()).execute()) {
      response.body().bytes();
    }
  }

  private static void router(Map<String, String> settings) throws IOException {
    VirtualTime time = VirtualTime.startingAt(Instant.now());
    try (Scratch scratch = Scratch.sqlite()) {
      JdbcDatabase.migrate(scratch.dataSource());
      try (JdbcDatabase database =
              JdbcDatabase.open(scratch.dataSource(), DataCipher.aesGcm(DataKey.generate()));
          Node node =
              new Node(time, wait -> {}, List.of(settings), database.orderStore(), event -> {})) {
        node.router().start();
        time.runFor(Duration.ZERO);
      }
    }
  }

  static List<Row> run() throws IOException, InterruptedException {
    VirtualTime time = VirtualTime.startingAt(Instant.now());
    try (Platforms platforms = new Platforms(time.clock(), 0, 1, account -> account)) {
      String settings = PlatformProcess.line(platforms.settings().get(0));
      double router = median("router", settings);
      if (platforms.shop(0).exchanges("searchOrders").isEmpty()) {
        throw new IllegalStateException("the router has not polled");
      }
      double bare = median("bare", platforms.shop(0).url() + "/");
      return List.of(Row.compared("start to the end of the first turn", router, bare, "ms"));
    }
  }

  private static double median(String what, String argument)
      throws IOException, InterruptedException {
    double[] millis = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      int end = Java.start(List.of(), StartUp.class, what, argument).waitFor();
      if (end != 0) {
        throw new IllegalStateException(what + " ended with " + end);
      }
      millis[run] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[RUNS / 2];
  }
}
