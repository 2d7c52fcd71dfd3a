// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the network at one moment, and what becomes of it if nothing changes. For people:
 * {@link #toString()} prints it in a few lines.
 *
 * @param at when it was counted
 * @param shops what waits, for each shop of the router
 * @param clearAt when the last order that waits now is expected to be placed: after the holds that
 *     end by themselves, at the pace of the network's quota. Orders without a known end of their
 *     hold are left out. {@code null} when nothing waits, or when the network does not tell its
 *     quota. It does not foresee outages, refusals or orders that come later.
 * @param dispatch the channel's ship-by clocks
 */
public record Backlog(
    Instant at, Map<ShopId, Waiting> shops, @Nullable Instant clearAt, Dispatch dispatch) {

  /** Copies the map. */
  public Backlog {
    shops = Collections.unmodifiableMap(new LinkedHashMap<>(shops));
  }

  /** Returns what waits in all shops together. */
  public Waiting waiting() {
    return shops.values().stream().reduce(Waiting.NOTHING, Waiting::plus);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Backlog at ").append(at).append(": ").append(waiting());
    if (clearAt != null) {
      text.append("; the last is expected to be placed at ")
          .append(clearAt.truncatedTo(ChronoUnit.SECONDS))
          .append(" (in ")
          .append(inWords(Duration.between(at, clearAt)))
          .append(')');
    } else if (waiting().timed() > 0) {
      text.append("; nobody can tell until when, since the network does not tell its quota");
    }
    text.append(System.lineSeparator()).append("  dispatch: ").append(dispatch);
    if (shops.size() > 1) {
      shops.forEach(
          (shop, waiting) ->
              text.append(System.lineSeparator())
                  .append("  shop ")
                  .append(shop)
                  .append(": ")
                  .append(waiting));
    }
    return text.toString();
  }

  private static String inWords(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }

  /**
   * Orders that are not placed.
   *
   * @param ready free to go, waiting for their turn
   * @param placing the create call is under way, or its outcome uncertain
   * @param held not yet allowed; the end of the hold is known
   * @param openEnd not yet allowed, and only the channel can say until when: unpaid, unreadable, a
   *     buyer who asked to cancel
   */
  public record Waiting(int ready, int placing, int held, int openEnd) {

    /** No orders. */
    public static final Waiting NOTHING = new Waiting(0, 0, 0, 0);

    /** Returns how many there are. */
    public int total() {
      return timed() + openEnd;
    }

    /** Returns how many of them go by themselves, sooner or later. */
    public int timed() {
      return ready + placing + held;
    }

    /** Returns these and other orders. */
    public Waiting plus(Waiting other) {
      return new Waiting(
          ready + other.ready, placing + other.placing, held + other.held, openEnd + other.openEnd);
    }

    @Override
    public String toString() {
      return total() == 0
          ? "nothing waits"
          : "%d wait (%d ready, %d placing, %d held, %d held without a known end)"
              .formatted(total(), ready, placing, held, openEnd);
    }
  }

  /**
   * The orders with a ship-by clock whose units the channel does not all have tracking for; orders
   * that are being cancelled do not count.
   *
   * @param orders all of them
   * @param late those whose clock has run out
   * @param willBeLate those whose clock runs out if nothing changes: it ends before the order is
   *     expected to be placed, or the order waits for a person or for the channel
   */
  public record Dispatch(int orders, int late, int willBeLate) {

    /** Returns which part of the orders is late, or will be; 0 when there are none. */
    public double lateRate() {
      return orders == 0 ? 0 : (late + willBeLate) / (double) orders;
    }

    @Override
    public String toString() {
      return orders == 0
          ? "no order waits for its shipment"
          : String.format(
              Locale.ROOT,
              "%d to be shipped, %d late, %d more will be if nothing changes (%.1f %%)",
              orders,
              late,
              willBeLate,
              100 * lateRate());
    }
  }
}
