// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A live stream sells 600 orders in ten minutes over five shops of one seller, and the network's
 * quota is two creates a second. In virtual time and over real HTTP.
 */
class BurstIT {

  private static final int ORDERS = 600;
  private static final double PER_SECOND = 2;
  private static final int BURST = 30;

  /** Just before midnight Pacific time, when the ship-by clock of Monday's orders ends. */
  private static final Instant START = Instant.parse("2026-09-03T06:58:30Z");

  private static final Duration SINCE_MONDAY = Duration.ofHours(60);

  /** The channel let go of them a minute ago, so the next poll sees them change. */
  private static final Duration FREE = Duration.ofMinutes(61);

  private record Look(Backlog backlog, List<OrderId> waiting) {}

  private record Slot(Instant at, BurstWorld.Story order) {}

  @Test
  void burst_ordersInWavesWithAndWithoutHaste_arePlacedAtThePaceOfTheQuota() {
    try (BurstWorld world = new BurstWorld(START)) {
      // Monday's orders were left lying, all of one shop, and their clock ends in 90 s.
      world.sell(3, 110, SINCE_MONDAY);
      world.sell(0, 150, FREE);
      for (int shop = 1; shop < BurstWorld.SHOPS; shop++) {
        world.sell(shop, 10, FREE);
      }
      // The channel holds these until four minutes from now.
      world.sell(1, 60, Duration.ofMinutes(56));
      world.sell(2, 40, Duration.ofMinutes(56));
      world.router().start();
      List<Look> looks = watch(world, Duration.ofSeconds(570));
      world.sell(4, 150, FREE);
      world.sell(2, 50, FREE);
      looks.addAll(watch(world, Duration.ofMinutes(5)));

      report("in waves", world, looks);
    }
  }

  @Test
  void burst_everythingAtOnce_isPlacedAtThePaceOfTheQuota() {
    try (BurstWorld world = new BurstWorld(START)) {
      world.sell(0, 400, FREE);
      for (int shop = 1; shop < BurstWorld.SHOPS; shop++) {
        world.sell(shop, 50, FREE);
      }
      world.router().start();
      List<Look> looks = watch(world, Duration.ofMinutes(7));

      report("at once", world, looks);
      // Every small shop is through while the large one still waits: the first 250 turns are equal.
      for (int shop = 1; shop < BurstWorld.SHOPS; shop++) {
        assertThat(world.lastPlacedOf(shop))
            .isBefore(START.plus(Duration.ofSeconds((long) (250 / PER_SECOND))));
      }
    }
  }

  private static List<Look> watch(BurstWorld world, Duration time) {
    List<Look> looks = new ArrayList<>();
    Instant end = world.now().plus(time);
    while (world.now().isBefore(end)) {
      world.pass(Duration.ofSeconds(15));
      List<OrderId> waiting = world.waiting();
      if (!waiting.isEmpty()) {
        looks.add(new Look(world.router().backlog(), waiting));
      }
    }
    return looks;
  }

  private static void report(String name, BurstWorld world, List<Look> looks) {
    List<Slot> ideal = ideal(world.stories());
    List<Slot> actual = world.stories().stream().map(one -> new Slot(one.placed(), one)).toList();
    double taken = waited(actual) / waited(ideal);
    long missed = missed(actual);
    long forced = missed(ideal);
    double worst = 0;
    System.out.printf(
        Locale.ROOT,
        "burst %s: placed %d, queue lasted %.1f s, ideal %.1f s, ratio %.4f, 429s %d, deadlines"
            + " missed %d, forced by the quota %d%n",
        name,
        actual.size(),
        waited(actual),
        waited(ideal),
        taken,
        world.throttled(),
        missed,
        forced);
    for (Look look : looks) {
      double error = errorOf(world, look);
      worst = Math.max(worst, error);
      System.out.printf(
          Locale.ROOT,
          "  at %4d s %3d wait, clear in %5.1f s as foreseen, %5.1f s in truth, error %.1f %%%n",
          Duration.between(START, look.backlog().at()).toSeconds(),
          look.backlog().waiting().total(),
          seconds(look.backlog().at(), look.backlog().clearAt()),
          seconds(look.backlog().at(), truth(world, look)),
          100 * error);
    }

    assertThat(actual).hasSize(ORDERS);
    assertThat(world.accepted()).isEqualTo(ORDERS);
    assertThat(taken).isLessThanOrEqualTo(1.03);
    assertThat(world.throttled()).isZero();
    assertThat(missed).isLessThanOrEqualTo(forced);
    assertThat(looks).hasSizeGreaterThan(10);
    assertThat(worst).isLessThan(0.1);
  }

  private static double errorOf(BurstWorld world, Look look) {
    assertThat(look.backlog().waiting().total()).isEqualTo(look.waiting().size());
    double foreseen = seconds(look.backlog().at(), look.backlog().clearAt());
    double truth = seconds(look.backlog().at(), truth(world, look));
    return Math.abs(foreseen - truth) / truth;
  }

  private static Instant truth(BurstWorld world, Look look) {
    return look.waiting().stream()
        .map(id -> world.story(id).placed())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Plays the platform's own bucket with a placer that loses no moment, the most urgent first. */
  private static List<Slot> ideal(List<BurstWorld.Story> stories) {
    List<BurstWorld.Story> coming =
        new ArrayList<>(
            stories.stream().sorted(Comparator.comparing(BurstWorld.Story::ready)).toList());
    PriorityQueue<BurstWorld.Story> queue =
        new PriorityQueue<>(Comparator.comparing(BurstWorld.Story::deadline));
    List<Slot> slots = new ArrayList<>();
    Instant at = START;
    double permits = BURST;
    while (!coming.isEmpty() || !queue.isEmpty()) {
      if (queue.isEmpty() && coming.get(0).ready().isAfter(at)) {
        permits = Math.min(BURST, permits + seconds(at, coming.get(0).ready()) * PER_SECOND);
        at = coming.get(0).ready();
      }
      if (permits < 1) {
        at = at.plusNanos((long) ((1 - permits) / PER_SECOND * 1e9));
        permits = 1;
      }
      while (!coming.isEmpty() && !coming.get(0).ready().isAfter(at)) {
        queue.add(coming.remove(0));
      }
      slots.add(new Slot(at, queue.remove()));
      permits--;
    }
    return slots;
  }

  /** Returns the seconds in which at least one order that was ready waited. */
  private static double waited(List<Slot> slots) {
    double waited = 0;
    Instant until = START;
    for (Slot slot :
        slots.stream().sorted(Comparator.comparing(one -> one.order().ready())).toList()) {
      Instant from = slot.order().ready().isAfter(until) ? slot.order().ready() : until;
      if (slot.at().isAfter(from)) {
        waited += seconds(from, slot.at());
        until = slot.at();
      }
    }
    return waited;
  }

  private static long missed(List<Slot> slots) {
    return slots.stream().filter(slot -> slot.at().isAfter(slot.order().deadline())).count();
  }

  private static double seconds(Instant from, @Nullable Instant to) {
    return Duration.between(from, Objects.requireNonNull(to)).toNanos() / 1e9;
  }
}
