// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The points that a node passes. At the planned one it says so and waits to be killed. */
final class KillPoints {

  private final Reports reports;
  private final Map<String, Integer> hits = new ConcurrentHashMap<>();
  private volatile KillPlan plan = KillPlan.NEVER;

  KillPoints(Reports reports) {
    this.reports = reports;
  }

  void follow(KillPlan next) {
    hits.clear();
    plan = next;
  }

  void pass(String point) {
    KillPlan current = plan;
    if (!current.stops().isEmpty()) {
      int hit = hits.merge(point, 1, Integer::sum);
      if (current.stops().contains(new KillPlan.Stop(point, hit))) {
        reports.say(Reports.POINT, point);
        waitForTheEnd();
      }
    }
  }

  private static void waitForTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }
}
