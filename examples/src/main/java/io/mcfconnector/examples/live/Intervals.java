// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.OrderRouterBuilder;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** The times between two runs of the duties, which also tell when one is late. */
record Intervals(Duration orders, Duration tracking, Duration inventory) {

  static Intervals fromEnv(Map<String, String> env, List<String> problems) {
    return new Intervals(
        duration(env, "ORDER_POLL_INTERVAL", "PT1M", problems),
        duration(env, "TRACKING_SYNC_INTERVAL", "PT5M", problems),
        duration(env, "INVENTORY_SYNC_INTERVAL", "PT15M", problems));
  }

  OrderRouterBuilder of(OrderRouterBuilder router) {
    return router
        .orderPollInterval(orders)
        .trackingSyncInterval(tracking)
        .inventorySyncInterval(inventory);
  }

  private static Duration duration(
      Map<String, String> env, String name, String byDefault, List<String> problems) {
    String text = LiveConfig.value(env, name, byDefault);
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
}
