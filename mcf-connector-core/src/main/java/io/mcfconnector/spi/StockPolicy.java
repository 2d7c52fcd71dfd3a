// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How much of the stock is offered, and where. Asked anew in each stock cycle, for each SKU and
 * each listing.
 *
 * <p>Implementations are fast, answer the same while nothing changed, and are safe for use by many
 * threads. What one throws ends the cycle; the figures at the shops stay as they are.
 */
@FunctionalInterface
public interface StockPolicy {

  /** Returns how many units of a SKU are never offered; less than 0 counts as 0. */
  int safety(Pool pool);

  /**
   * Returns the part of a shop in the stock that its listings share with others: twice the share of
   * another, twice the units, for each listing. 1 unless overridden; less than 1 counts as 1.
   */
  default int share(ShopId shop) {
    return 1;
  }

  /** Returns whether a listing shows no units, whatever there is; none does unless overridden. */
  default boolean isFrozen(ShopId shop, ChannelSku sku) {
    return false;
  }

  /**
   * Returns the least that a listing shows: a lower figure is shown as zero. 1 unless overridden.
   */
  default int minimumShown() {
    return 1;
  }

  /** Returns this policy with other shares of shops; those not named have a share of 1. */
  default StockPolicy withShares(Map<ShopId, Integer> shares) {
    return new AdjustedStockPolicy(this, shares, this::isFrozen, minimumShown());
  }

  /** Returns this policy with listings frozen that the test names; asked again in each cycle. */
  default StockPolicy withFrozen(BiPredicate<ShopId, ChannelSku> frozen) {
    return new AdjustedStockPolicy(this, Map.of(), frozen, minimumShown());
  }

  /** Returns this policy with another least figure; at least 1. */
  default StockPolicy withMinimumShown(int units) {
    if (units < 1) {
      throw new IllegalArgumentException("the minimum must be at least 1, but is " + units);
    }
    return new AdjustedStockPolicy(this, Map.of(), this::isFrozen, units);
  }

  /** Returns the policy that withholds so many units of each SKU. */
  static StockPolicy fixed(int units) {
    if (units < 0) {
      throw new IllegalArgumentException("safety must not be negative, but is " + units);
    }
    return pool -> units;
  }

  /** Returns the policy that withholds so many percent of each SKU's count, rounded up. */
  static StockPolicy percent(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent must be from 0 to 100, but is " + percent);
    }
    return pool -> (int) (((long) pool.fulfillable() * percent + 99) / 100);
  }

  /** Returns the adaptive policy with a floor of 2 units and a cap of 100,000. */
  static StockPolicy adaptive() {
    return adaptive(2, 100_000);
  }

  /**
   * Returns the policy that withholds what others are likely to have sold by the time at which the
   * network has an order for a unit that is sold now: their speed times the age of what is known
   * and the {@linkplain Pool#exposure exposure} together.
   *
   * @param floor the least it withholds, also where nobody else sells
   * @param cap the most it withholds
   */
  static StockPolicy adaptive(int floor, int cap) {
    if (floor < 0 || cap < floor) {
      throw new IllegalArgumentException(
          "floor and cap must be in order and not negative, but are " + floor + " and " + cap);
    }
    return pool -> {
      long seconds = (long) pool.othersPerHour() * pool.age().plus(pool.exposure()).toSeconds();
      long expected = (seconds + 3599) / 3600;
      return (int) Math.max(floor, Math.min(cap, expected));
    };
  }

  /**
   * What is known of a SKU's stock.
   *
   * @param msku which SKU
   * @param fulfillable the network's latest count
   * @param age how old the truth behind the count may be before the next count comes: its age, or
   *     the time between two counts when that is longer, and half the settle time for the network's
   *     own delay
   * @param exposure how long a unit that is sold now waits until the network has it, while others
   *     go on selling: the time an order is held for at the least, or what nine in ten orders of
   *     the SKU have waited lately, from when they were first seen until placed, when that is
   *     longer
   * @param othersPerHour how fast units leave that this router did not place: estimated from the
   *     counts before, 0 while there are fewer than two
   */
  record Pool(Msku msku, int fulfillable, Duration age, Duration exposure, int othersPerHour) {}
}
