// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.amazon.SellingPartnerClient;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.spi.CsvSkuMapping;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.tiktok.TikTokShopClient;
import java.nio.file.Path;
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
    CsvSkuMapping skuMapper,
    StoreSettings store,
    Intervals intervals,
    @Nullable Integer webhookPort) {

  private static final Set<String> LOG_LEVELS =
      Set.of("trace", "debug", "info", "warn", "error", "off");

  static LiveConfig fromEnv(Map<String, String> env) {
    List<String> problems = new ArrayList<>();
    applyLogLevel(env, problems);
    TikTokShopClient.Builder tiktok = collect(problems, () -> tiktok(env));
    SellingPartnerClient.Builder amazon = collect(problems, () -> amazon(env));
    CsvSkuMapping skuMapper = collect(problems, () -> skuMapper(env));
    StoreSettings store = collect(problems, () -> StoreSettings.fromEnv(env));
    Intervals intervals = Intervals.fromEnv(env, problems);
    Integer webhookPort = port(env, problems);
    if (tiktok == null
        || amazon == null
        || skuMapper == null
        || store == null
        || !problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new LiveConfig(tiktok, amazon, skuMapper, store, intervals, webhookPort);
  }

  /** A blank variable counts as absent, as the clients have it. */
  static String value(Map<String, String> env, String name, String byDefault) {
    String value = env.getOrDefault(name, "").strip();
    return value.isEmpty() ? byDefault : value;
  }

  static CsvSkuMapping skuMapper(Map<String, String> env) {
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

  static SellingPartnerClient.Builder amazon(Map<String, String> env) {
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
