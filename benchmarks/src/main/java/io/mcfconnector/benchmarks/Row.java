// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param figure ours
 * @param floor what it is compared with, measured in the same run; empty without one
 * @param ratio ours to the floor; empty without one
 * @param target what should come out; empty when nothing is asked
 * @param met whether it came out; {@code null} when nothing is asked
 */
record Row(
    String what, String figure, String floor, String ratio, String target, @Nullable Boolean met) {

  /** Returns a line that only tells. */
  static Row plain(String what, String figure) {
    return new Row(what, figure, "", "", "", null);
  }

  /** Returns a line that compares with a floor. */
  static Row compared(String what, double ours, double floor, String unit) {
    return new Row(what, text(ours, unit), text(floor, unit), ratioText(ours / floor), "", null);
  }

  /** Returns a line whose ratio to a floor may not be above a target. */
  static Row atMost(String what, double ours, double floor, String unit, double target) {
    double ratio = ours / floor;
    return new Row(
        what,
        text(ours, unit),
        text(floor, unit),
        ratioText(ratio),
        "≤ " + ratioText(target),
        ratio <= target);
  }

  /** Returns this line with a target of another kind. */
  Row withTarget(String wanted, boolean reached) {
    return new Row(what, figure, floor, ratio, wanted, reached);
  }

  static String text(double value, String unit) {
    String pattern = value < 10 ? "%,.2f %s" : value < 1_000 ? "%,.1f %s" : "%,.0f %s";
    return String.format(Locale.ROOT, pattern, value, unit);
  }

  private static String ratioText(double ratio) {
    return String.format(Locale.ROOT, "%.2f×", ratio);
  }

  /** Returns the head of a table of such lines. */
  static String head() {
    return "| what | ours | floor | ratio | target | |\n|---|---:|---:|---:|---:|---|";
  }

  @Override
  public String toString() {
    String verdict = met == null ? "" : met ? "met" : "**missed**";
    return "| " + String.join(" | ", what, figure, floor, ratio, target, verdict) + " |";
  }
}
