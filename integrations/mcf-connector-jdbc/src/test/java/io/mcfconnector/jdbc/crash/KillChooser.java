// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Chooses where the next node dies, from a seed: mostly at points that saw few kills so far, now
 * and then at any moment. Counts the kills.
 */
final class KillChooser {

  /** The kill came at no point, but by the clock. */
  static final String MOMENT = "any moment";

  static final String DURING = "/during";

  private static final List<String> SAVES =
      List.of(
          "commit",
          "insert",
          "save.HELD",
          "save.READY",
          "save.PLACING",
          "save.PLACED",
          "save.CONFIRMING",
          "save.SHIPPING",
          "save.SHIPPED",
          "save.DELIVERED",
          "save.CANCELLING",
          "save.CANCELLED",
          "save.REVIEW",
          "watermark.intake",
          "watermark.intake-wide",
          "watermark.sweep",
          "erase-expired",
          "tokens.amazon");

  private static final List<String> CALLS =
      List.of(
          "call.searchOrders",
          "call.getOrders",
          "call.markPackageAsShipped",
          "call.getShippingProviders",
          "call.createOrder",
          "call.getOrder",
          "call.listOrders",
          "call.cancelOrder",
          "call.searchProducts",
          "call.searchInventory",
          "call.updateInventory",
          "call.getInventorySummaries",
          "call.getAuthorizedShops",
          "call.getWarehouses",
          "call.requestAccessToken");

  /** Calls that change something, or tell whether one did. */
  private static final List<String> ARRIVING =
      List.of("call.createOrder", "call.getOrder", "call.cancelOrder", "call.markPackageAsShipped");

  /** Between intent, effect and its record; these shall see several times as many kills. */
  private static final List<String> TELLING =
      List.of(
          "createOrder", "PLACING", "PLACED", "markPackageAsShipped", "CONFIRMING", "cancelOrder");

  private static final List<String> POINTS =
      Stream.of(
              Stream.concat(SAVES.stream(), CALLS.stream())
                  .flatMap(point -> Stream.of(point + "/before", point + "/after")),
              Stream.of("tokens.amazon" + WatchedTokens.ANSWERED),
              ARRIVING.stream().map(point -> point + DURING))
          .flatMap(points -> points)
          .toList();

  private static final int MORE = 4;
  private static final int RARE = 5;
  private static final int OTHERS = 3;
  private static final int MOST_HITS = 3;
  private static final int ONE_IN = 6;
  private static final Duration LONGEST_MOMENT = Duration.ofMillis(900);
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final Random random;
  private final Map<String, Integer> kills = new TreeMap<>();

  KillChooser(long seed) {
    this.random = new Random(seed);
  }

  /**
   * What to do to the next node.
   *
   * @param plan the points to die at
   * @param patience how long to wait for one of them before the node dies anyway
   */
  record Choice(KillPlan plan, Duration patience) {}

  Choice next() {
    if (random.nextInt(ONE_IN) == 0) {
      long millis = random.nextLong(LONGEST_MOMENT.toMillis());
      return new Choice(KillPlan.NEVER, Duration.ofMillis(millis));
    }
    List<String> candidates = new ArrayList<>(POINTS);
    Collections.shuffle(candidates, random);
    List<KillPlan.Stop> stops = new ArrayList<>();
    for (String point : candidates.subList(0, OTHERS)) {
      stops.add(new KillPlan.Stop(point, 1 + random.nextInt(MOST_HITS)));
    }
    candidates.sort(
        Comparator.comparing(
            point -> kills.getOrDefault(point, 0) / (isTelling(point) ? MORE : 1)));
    for (String point : candidates.subList(0, RARE)) {
      stops.add(new KillPlan.Stop(point, 1));
    }
    return new Choice(new KillPlan(stops), PATIENCE);
  }

  private static boolean isTelling(String point) {
    return TELLING.stream().anyMatch(point::contains);
  }

  void count(String point) {
    kills.merge(point, 1, Integer::sum);
  }

  /** Returns the kills by point. */
  Map<String, Integer> kills() {
    return new TreeMap<>(kills);
  }
}
