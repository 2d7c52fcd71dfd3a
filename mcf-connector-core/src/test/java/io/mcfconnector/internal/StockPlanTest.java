// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.internal.StockPlan.Offer;
import io.mcfconnector.model.Msku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StockPlanTest {

  private static final Msku A = Msku.of("M-A");
  private static final Msku B = Msku.of("M-B");

  private static Offer<String> offer(String key, int shown) {
    return kit(key, shown, Map.of(A, 1));
  }

  private static Offer<String> kit(String key, int shown, Map<Msku, Integer> units) {
    return new Offer<>(key, units, shown, 1, false, false, 1);
  }

  private static Offer<String> offer(
      String key, int shown, int share, boolean frozen, boolean fixed, int minimum) {
    return new Offer<>(key, Map.of(A, 1), shown, share, frozen, fixed, minimum);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads them
  private static Map<String, Integer> changes(long ofA, Offer<String>... offers) {
    return StockPlan.changes(Map.of(A, ofA), Map.of(), List.of(offers));
  }

  @Test
  void changes_nothingShown_givesEachItsShareAndTheRemainderToTheFirst() {
    assertThat(changes(11, offer("one", 0, 3, false, false, 1), offer("two", 0)))
        .isEqualTo(Map.of("one", 9, "two", 2));
    assertThat(changes(11, offer("one", 0), offer("two", 0))).isEqualTo(Map.of("one", 6, "two", 5));
  }

  @Test
  void changes_whatIsShownFits_staysThoughItIsNotTheShare() {
    assertThat(changes(10, offer("one", 7), offer("two", 3))).isEmpty();
  }

  @Test
  void changes_unitsThatNobodyShows_goToThoseBelowTheirPart() {
    assertThat(changes(12, offer("one", 7), offer("two", 3))).isEqualTo(Map.of("two", 5));
  }

  @Test
  void changes_moreIsShownThanThereIs_lowersToThePartAndRaisesNothing() {
    assertThat(changes(8, offer("one", 7), offer("two", 3))).isEqualTo(Map.of("one", 4));
    assertThat(changes(-5, offer("one", 7), offer("two", 3))).isEqualTo(Map.of("one", 0, "two", 0));
  }

  @Test
  void changes_tooMuchWithinTheTolerance_staysShown() {
    List<Offer<String>> offers = List.of(offer("one", 7), offer("two", 3));
    assertThat(StockPlan.changes(Map.of(A, 8L), Map.of(A, 2), offers)).isEmpty();
    assertThat(StockPlan.changes(Map.of(A, 8L), Map.of(A, 1), offers)).isNotEmpty();
  }

  @Test
  void changes_aListingWithLessThanAQuarter_lowersTheOthersFirstAndRaisesItNext() {
    assertThat(changes(16, offer("one", 15), offer("two", 1))).isEqualTo(Map.of("one", 8));
    assertThat(changes(16, offer("one", 8), offer("two", 1))).isEqualTo(Map.of("two", 8));
    assertThat(changes(16, offer("one", 14), offer("two", 2))).isEmpty();
  }

  @Test
  void changes_ofAKit_followItsScarcestComponentAndLeaveTheRestToOthers() {
    Map<Msku, Long> free = Map.of(A, 20L, B, 7L);
    assertThat(
            StockPlan.changes(
                free, Map.of(), List.of(kit("kit", 0, Map.of(A, 1, B, 3)), offer("single", 0))))
        .isEqualTo(Map.of("kit", 2, "single", 18));
  }

  @Test
  void changes_aComponentOfAKitIsGone_showsNoKitAndTheOtherComponentAlone() {
    Map<Msku, Long> free = Map.of(A, 10L, B, 0L);
    assertThat(
            StockPlan.changes(
                free, Map.of(), List.of(kit("kit", 3, Map.of(A, 1, B, 1)), offer("single", 2))))
        .containsEntry("kit", 0)
        .containsEntry("single", 7);
  }

  @Test
  void changes_frozen_showsNothingAndTheOthersGetItsPartOnceItIsFree() {
    assertThat(changes(10, offer("one", 6, 1, true, false, 1), offer("two", 4)))
        .isEqualTo(Map.of("one", 0));
    assertThat(changes(10, offer("one", 0, 1, true, false, 1), offer("two", 4)))
        .isEqualTo(Map.of("two", 10));
  }

  @Test
  void changes_fixed_staysAndTakesFromTheOthers() {
    assertThat(changes(10, offer("one", 6, 1, false, true, 1), offer("two", 8)))
        .isEqualTo(Map.of("two", 4));
  }

  @Test
  void changes_belowTheMinimum_showsZero() {
    assertThat(changes(4, offer("one", 0, 1, false, false, 5))).isEmpty();
    assertThat(changes(4, offer("one", 6, 1, false, false, 5))).isEqualTo(Map.of("one", 0));
    assertThat(changes(5, offer("one", 0, 1, false, false, 5))).isEqualTo(Map.of("one", 5));
  }

  @Test
  void changes_ofAnyOffers_neverLeaveMoreShownThanThereIsAndComeToRest() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Map<Msku, Long> free = Map.of(A, random.nextLong(-3, 20), B, random.nextLong(-3, 20));
      List<Offer<String>> offers = new ArrayList<>();
      for (Map<Msku, Integer> units : List.of(Map.of(A, 1), Map.of(B, 1), Map.of(A, 1, B, 2))) {
        String key = "offer " + offers.size();
        offers.add(new Offer<>(key, units, random.nextInt(8), 1, random.nextInt(5) == 0, false, 1));
      }
      // A lowering frees what the next look gives away.
      for (int look = 0; look < 3; look++) {
        offers = with(offers, StockPlan.changes(free, Map.of(), offers));
        for (Msku msku : free.keySet()) {
          assertThat(shown(offers, msku))
              .as("seed %d, %s", seed, msku)
              .isLessThanOrEqualTo(Math.max(0, free.getOrDefault(msku, 0L)));
        }
      }
      assertThat(StockPlan.changes(free, Map.of(), offers)).as("seed %d", seed).isEmpty();
    }
  }

  private static List<Offer<String>> with(
      List<Offer<String>> offers, Map<String, Integer> changes) {
    return offers.stream()
        .map(
            offer ->
                new Offer<>(
                    offer.key(),
                    offer.units(),
                    changes.getOrDefault(offer.key(), offer.shown()),
                    offer.share(),
                    offer.frozen(),
                    offer.fixed(),
                    offer.minimum()))
        .toList();
  }

  private static long shown(List<Offer<String>> offers, Msku msku) {
    return offers.stream()
        .mapToLong(offer -> (long) offer.shown() * offer.units().getOrDefault(msku, 0))
        .sum();
  }
}
