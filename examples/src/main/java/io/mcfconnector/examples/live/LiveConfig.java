// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouterBuilder;
import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.tiktok.TikTokShopClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live runner's configuration, read from environment variables. Everything is checked before
 * anything starts, and all problems are told at once.
 */
record LiveConfig(
    TikTokShopClient tiktok,
    SellingPartnerClient amazon,
    SkuMapper skuMapper,
    Duration orderPollInterval,
    Duration trackingSyncInterval,
    Duration inventorySyncInterval)
    implements AutoCloseable {

  private static final Set<String> LOG_LEVELS =
      Set.of("trace", "debug", "info", "warn", "error", "off");

  static LiveConfig fromEnv(Map<String, String> env) {
    List<String> problems = new ArrayList<>();
    // Before anything else: the logger reads its level once, when the first class that logs is
    // loaded.
    applyLogLevel(value(env, "LOG_LEVEL", "info"), problems);
    TikTokShopClient tiktok = collect(problems, () -> TikTokShopClient.fromEnv(env));
    SellingPartnerClient amazon = collect(problems, () -> SellingPartnerClient.fromEnv(env));
    SkuMapper skuMapper = collect(problems, () -> skuMapper(env));
    Duration orders = duration(env, "ORDER_POLL_INTERVAL", "PT1M", problems);
    Duration tracking = duration(env, "TRACKING_SYNC_INTERVAL", "PT5M", problems);
    Duration inventory = duration(env, "INVENTORY_SYNC_INTERVAL", "PT15M", problems);
    if (tiktok == null || amazon == null || skuMapper == null || !problems.isEmpty()) {
      closeQuietly(tiktok);
      closeQuietly(amazon);
      throw new ConfigurationException(problems);
    }
    return new LiveConfig(tiktok, amazon, skuMapper, orders, tracking, inventory);
  }

  /** Sets the intervals of a router. */
  OrderRouterBuilder intervals(OrderRouterBuilder router) {
    return router
        .orderPollInterval(orderPollInterval)
        .trackingSyncInterval(trackingSyncInterval)
        .inventorySyncInterval(inventorySyncInterval);
  }

  @Override
  public void close() {
    tiktok.close();
    amazon.close();
  }

  /** A blank variable counts as absent, as the clients have it. */
  private static String value(Map<String, String> env, String name, String byDefault) {
    String value = env.getOrDefault(name, "").strip();
    return value.isEmpty() ? byDefault : value;
  }

  private static SkuMapper skuMapper(Map<String, String> env) {
    String file = value(env, "SKU_MAPPING_FILE", "");
    if (file.isEmpty()) {
      throw new ConfigurationException(
          List.of("SKU_MAPPING_FILE is required (CSV with the header seller_sku,msku,quantity)"));
    }
    return SkuMapper.fromCsv(Path.of(file));
  }

  private static <T> @Nullable T collect(List<String> problems, Supplier<T> part) {
    try {
      return part.get();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static Duration duration(
      Map<String, String> env, String name, String byDefault, List<String> problems) {
    String text = value(env, name, byDefault);
    try {
      Duration duration = Duration.parse(text);
      if (duration.isZero() || duration.isNegative()) {
        problems.add(name + " must be longer than zero");
      }
      return duration;
    } catch (DateTimeParseException e) {
      problems.add(name + " is no ISO-8601 duration such as " + byDefault);
      return Duration.ZERO;
    }
  }

  private static void applyLogLevel(String level, List<String> problems) {
    if (LOG_LEVELS.contains(level)) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    } else {
      problems.add(
          "LOG_LEVEL must be one of " + String.join(", ", LOG_LEVELS.stream().sorted().toList()));
    }
  }

  private static void closeQuietly(@Nullable AutoCloseable client) {
    if (client == null) {
      return;
    }
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("a client that was never used could not be closed", e);
    }
  }
}
