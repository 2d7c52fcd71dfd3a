// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a node shall stop to be killed: at the first of these points that it reaches often enough.
 */
record KillPlan(List<Stop> stops) {

  static final KillPlan NEVER = new KillPlan(List.of());

  KillPlan {
    stops = List.copyOf(stops);
  }

  /** The n-th time at a point, counted from 1. */
  record Stop(String point, int hit) {

    @Override
    public String toString() {
      return point + "#" + hit;
    }
  }

  static KillPlan at(String point, int hit) {
    return new KillPlan(List.of(new Stop(point, hit)));
  }

  static KillPlan parse(String text) {
    List<Stop> stops = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int hash = part.lastIndexOf('#');
      if (hash > 0) {
        stops.add(new Stop(part.substring(0, hash), Integer.parseInt(part.substring(hash + 1))));
      }
    }
    return new KillPlan(stops);
  }

  @Override
  public String toString() {
    return stops.stream().map(Stop::toString).collect(Collectors.joining(","));
  }
}
