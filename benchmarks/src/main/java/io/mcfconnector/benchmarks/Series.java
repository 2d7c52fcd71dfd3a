// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a cost grows with the number of things. Not thread-safe. */
final class Series {

  /** Linear, with a tenth for what the machine does besides. */
  private static final double LINEAR = 1.1;

  private final String name;
  private final List<Double> counts = new ArrayList<>();
  private final List<Double> costs = new ArrayList<>();

  Series(String name) {
    this.name = name;
  }

  void add(double count, double cost) {
    counts.add(count);
    costs.add(cost);
  }

  String name() {
    return name;
  }

  List<Double> counts() {
    return counts;
  }

  List<Double> costs() {
    return costs;
  }

  /**
   * Returns the power of the count that the cost grew with, from the first to the last: 1 = linear.
   */
  double power() {
    int last = counts.size() - 1;
    return Math.log(costs.get(last) / costs.get(0)) / Math.log(counts.get(last) / counts.get(0));
  }

  Row row() {
    int last = counts.size() - 1;
    String from =
        String.format(Locale.ROOT, "%,.0f: %s", counts.get(0), Row.text(costs.get(0), "ms"));
    String to =
        String.format(Locale.ROOT, "%,.0f: %s", counts.get(last), Row.text(costs.get(last), "ms"));
    return new Row(
        "growth, " + name,
        to,
        from,
        String.format(Locale.ROOT, "n^%.2f", Math.max(0, power())),
        "linear or better",
        power() <= LINEAR);
  }
}
