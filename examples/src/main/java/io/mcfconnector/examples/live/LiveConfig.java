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
    TikTokShopClient.Builder tiktok,
    SellingPartnerClient.Builder amazon,
    SkuMapper skuMapper,
    StoreSettings store,
    Duration orderPollInterval,
    Duration trackingSyncInterval,
    Duration inventorySyncInterval,
    @Nullable Integer webhookPort) {

  private static final Set<String> LOG_LEVELS =
      Set.of("trace", "debug", "info", "warn", "error", "off");

  static LiveConfig fromEnv(Map<String, String> env) {
    List<String> problems = new ArrayList<>();
    applyLogLevel(env, problems);
    TikTokShopClient.Builder tiktok = collect(problems, () -> tiktok(env));
    SellingPartnerClient.Builder amazon = collect(problems, () -> amazon(env));
    SkuMapper skuMapper = collect(problems, () -> skuMapper(env));
    StoreSettings store = collect(problems, () -> StoreSettings.fromEnv(env));
    Duration orders = duration(env, "ORDER_POLL_INTERVAL", "PT1M", problems);
    Duration tracking = duration(env, "TRACKING_SYNC_INTERVAL", "PT5M", problems);
    Duration inventory = duration(env, "INVENTORY_SYNC_INTERVAL", "PT15M", problems);
    Integer webhookPort = port(env, problems);
    if (tiktok == null
        || amazon == null
        || skuMapper == null
        || store == null
        || !problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new LiveConfig(
        tiktok, amazon, skuMapper, store, orders, tracking, inventory, webhookPort);
  }

  /** Sets the intervals of a router. */
  OrderRouterBuilder intervals(OrderRouterBuilder router) {
    return router
        .orderPollInterval(orderPollInterval)
        .trackingSyncInterval(trackingSyncInterval)
        .inventorySyncInterval(inventorySyncInterval);
  }

  /** A blank variable counts as absent, as the clients have it. */
  static String value(Map<String, String> env, String name, String byDefault) {
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

  /** The client that shows whether its parts fit is not used: tokens come with the store. */
  private static TikTokShopClient.Builder tiktok(Map<String, String> env) {
    TikTokShopClient.Builder builder = TikTokShopClient.builder().env(env);
    builder.build().close();
    return builder;
  }

  private static SellingPartnerClient.Builder amazon(Map<String, String> env) {
    SellingPartnerClient.Builder builder = SellingPartnerClient.builder().env(env);
    builder.build().close();
    return builder;
  }

  /** Returns a part, or {@code null} and what is wrong with it. */
  static <T> @Nullable T collect(List<String> problems, Supplier<T> part) {
    try {
      return part.get();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** Returns where webhooks are taken; {@code null} = nowhere. */
  private static @Nullable Integer port(Map<String, String> env, List<String> problems) {
    String text = value(env, "WEBHOOK_PORT", "");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      problems.add("WEBHOOK_PORT must be a port from 1 to 65535");
      return null;
    }
    return Integer.valueOf(text);
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

  /**
   * Has to come before anything else: the logger reads its level once, when the first class that
   * logs is loaded.
   */
  static void applyLogLevel(Map<String, String> env, List<String> problems) {
    String level = value(env, "LOG_LEVEL", "info");
    if (LOG_LEVELS.contains(level)) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    } else {
      problems.add(
          "LOG_LEVEL must be one of " + String.join(", ", LOG_LEVELS.stream().sorted().toList()));
    }
  }
}
