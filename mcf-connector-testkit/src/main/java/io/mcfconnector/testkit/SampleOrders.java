// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import io.mcfconnector.testkit.tiktok.Recipient;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.HiddenAddress;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.Shipping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes orders for the simulated shop: the same seed makes the same orders. All people are invented
 * and live all over the United States; SKUs come from {@link SampleCatalogue}.
 *
 * <p>{@link #next} makes ordinary orders of mixed sizes. The other methods make one case each, for
 * demos and tests, already past the hour on hold unless the case says otherwise. Not thread-safe.
 */
public final class SampleOrders {

  private static final long FIRST_ID = 578_100_000_000_000_000L;
  private static final Duration PAST_HOLD = Duration.ofHours(2);

  private static final List<String> EVERYDAY_SKUS =
      List.of(
          SampleCatalogue.BOARD_LARGE,
          SampleCatalogue.BOARD_SMALL,
          SampleCatalogue.MUG_BLUE,
          SampleCatalogue.MUG_WHITE,
          SampleCatalogue.TEA_SET,
          SampleCatalogue.KITCHEN_KIT);

  private final Random random;
  private final SamplePeople people;
  private long made;

  private SampleOrders(long seed) {
    random = new Random(seed);
    people = new SamplePeople(random);
  }

  /** Returns a source of orders. */
  public static SampleOrders seeded(long seed) {
    return new SampleOrders(seed);
  }

  /** Returns an order that a buyer places now: mostly one or two SKUs, one to four units each. */
  public SimulatedOrder next() {
    SimulatedOrder.Builder order = start();
    int skus = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
    List<String> left = new ArrayList<>(EVERYDAY_SKUS);
    for (int i = 0; i < skus; i++) {
      String sku = left.remove(random.nextInt(left.size()));
      order.units(sku, random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(3));
    }
    return order.build();
  }

  /** Returns some orders like {@link #next}. */
  public List<SimulatedOrder> next(int count) {
    List<SimulatedOrder> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(next());
    }
    return orders;
  }

  /** Returns an order of one unit. */
  public SimulatedOrder plain() {
    return ready().units(SampleCatalogue.BOARD_LARGE, 1).build();
  }

  /** Returns an order of three units of one SKU. */
  public SimulatedOrder severalUnits() {
    return ready().units(SampleCatalogue.MUG_BLUE, 3).build();
  }

  /** Returns an order of a kit that TikTok knows as one SKU and a SKU mapping takes apart. */
  public SimulatedOrder kit() {
    return ready().units(SampleCatalogue.TEA_SET, 1).build();
  }

  /** Returns an order of a virtual bundle, whose components TikTok names. */
  public SimulatedOrder bundle() {
    return ready().units(SampleCatalogue.KITCHEN_KIT, 1).build();
  }

  /** Returns an order of two different SKUs, which a network may ship in two packages. */
  public SimulatedOrder twoPackages() {
    return ready()
        .units(SampleCatalogue.BOARD_LARGE, 1)
        .units(SampleCatalogue.MUG_WHITE, 1)
        .build();
  }

  /** Returns an order that is on hold for another hour. */
  public SimulatedOrder onHold() {
    return start().units(SampleCatalogue.BOARD_SMALL, 1).build();
  }

  /** Returns an order that is on hold for another hour and has no address until then. */
  public SimulatedOrder onHoldWithoutAddress() {
    return start()
        .hiddenAddress(HiddenAddress.ABSENT)
        .units(SampleCatalogue.BOARD_SMALL, 1)
        .build();
  }

  /** Returns an order that is never on hold, paid now. */
  public SimulatedOrder neverOnHold() {
    return start().neverOnHold().units(SampleCatalogue.MUG_WHITE, 1).build();
  }

  /** Returns an order whose buyer has not paid; the payment comes after two hours. */
  public SimulatedOrder unpaid() {
    return start().paidAfter(Duration.ofHours(2)).units(SampleCatalogue.MUG_WHITE, 1).build();
  }

  /** Returns an order that TikTok stores and ships itself. */
  public SimulatedOrder fulfilledByTikTok() {
    return ready()
        .shipping(Shipping.FULFILLED_BY_TIKTOK)
        .units(SampleCatalogue.BOARD_SMALL, 1)
        .build();
  }

  /** Returns an order that needs a label of TikTok. */
  public SimulatedOrder labelByTikTok() {
    return ready().shipping(Shipping.LABEL_BY_TIKTOK).units(SampleCatalogue.BOARD_SMALL, 1).build();
  }

  /** Returns an order whose address stays masked although it may be shipped. */
  public SimulatedOrder maskedAddress() {
    return ready().addressNeverShown().units(SampleCatalogue.MUG_BLUE, 1).build();
  }

  /** Returns an order of a SKU that no SKU mapping of the samples knows. */
  public SimulatedOrder unmappedSku() {
    return ready().units(SampleCatalogue.NOVELTY, 1).build();
  }

  /** Returns an order of a SKU that the network has no units of. */
  public SimulatedOrder outOfStock() {
    return ready().units(SampleCatalogue.CANDLE, 1).build();
  }

  /** Returns an order of a SKU that can be shipped and one that no SKU mapping knows. */
  public SimulatedOrder mixedCart() {
    return ready().units(SampleCatalogue.MUG_BLUE, 1).units(SampleCatalogue.NOVELTY, 1).build();
  }

  /** Returns an invented person; no order is made for it. */
  public Recipient recipient() {
    return people.next();
  }

  private SimulatedOrder.Builder ready() {
    return start().age(PAST_HOLD);
  }

  private SimulatedOrder.Builder start() {
    made++;
    return SimulatedOrder.builder(Long.toString(FIRST_ID + made), people.next());
  }
}
