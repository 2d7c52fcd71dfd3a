// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Msku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which listings shall show another figure, so that all that draw on a SKU together never show more
 * than there is. Pure.
 *
 * <p>Each listing has a fair part of what it draws on, disjoint from the others'. What is shown
 * stays as long as it fits: a figure is lowered when too much is shown in all, or when it is above
 * its part while another listing has next to nothing of its own; it is raised only by units that no
 * listing shows now. So a raise never has to wait for, or trust, a lowering.
 */
final class StockPlan {

  /** A listing with less than this fraction of its part is helped by those above theirs. */
  private static final int STARVED = 4;

  /**
   * A listing and what it shows.
   *
   * @param key stands for the listing; equal for the same one
   * @param units what one sold unit takes, by SKU
   * @param shown what the shop shows
   * @param share its weight among those that draw on the same SKU; at least 1
   * @param frozen whether it shall show nothing
   * @param fixed whether its figure cannot be changed now
   * @param minimum a lower figure is shown as zero
   */
  record Offer<K>(
      K key,
      Map<Msku, Integer> units,
      int shown,
      int share,
      boolean frozen,
      boolean fixed,
      int minimum) {}

  private StockPlan() {}

  /**
   * Returns the figures that shall change.
   *
   * @param free what may be shown of each SKU in all; may be negative
   * @param tolerance how much too much may be shown before a figure is lowered for it
   * @param offers every listing that draws on them, in an order that stays the same
   */
  static <K> Map<K, Integer> changes(
      Map<Msku, Long> free, Map<Msku, Integer> tolerance, List<Offer<K>> offers) {
    Map<Msku, Long> slack = new HashMap<>(free);
    Map<Msku, Long> open = new HashMap<>(free);
    for (Offer<K> offer : offers) {
      take(slack, offer, offer.shown);
      if (offer.fixed) {
        take(open, offer, offer.shown);
      }
    }
    int[] parts = parts(open, offers);
    Set<Msku> tight = tight(slack, tolerance, offers, parts);
    Map<K, Integer> changes = new LinkedHashMap<>();
    List<Integer> lacking = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      Offer<K> offer = offers.get(i);
      if (offer.fixed || parts[i] == offer.shown) {
        continue;
      }
      if (parts[i] > offer.shown) {
        lacking.add(i);
      } else if (offer.frozen || offer.units.keySet().stream().anyMatch(tight::contains)) {
        changes.put(offer.key, parts[i]);
      }
    }
    // Who has least of its part comes first, for as long as there is something to give.
    lacking.sort(Comparator.comparingDouble(i -> (double) offers.get(i).shown / parts[i]));
    lacking.forEach(i -> raise(slack, offers.get(i), parts[i], changes));
    // What those cannot use, for want of another component, is better shown than not; unless the
    // component is on its way to a listing that has next to nothing.
    Set<Msku> awaited = new HashSet<>(tight);
    for (int i : lacking) {
      Offer<K> offer = offers.get(i);
      if (changes.getOrDefault(offer.key, offer.shown) < parts[i] && isStarved(offer, parts[i])) {
        awaited.addAll(offer.units.keySet());
      }
    }
    for (int i = 0; i < parts.length; i++) {
      Offer<K> offer = offers.get(i);
      Integer lowered = changes.get(offer.key);
      if (!offer.fixed
          && !offer.frozen
          && parts[i] > 0
          && (lowered == null || lowered >= offer.shown)
          && offer.units.keySet().stream().noneMatch(awaited::contains)) {
        raise(slack, offer, Integer.MAX_VALUE, changes);
      }
    }
    return changes;
  }

  private static <K> void raise(
      Map<Msku, Long> slack, Offer<K> offer, int to, Map<K, Integer> changes) {
    int now = changes.getOrDefault(offer.key, offer.shown);
    int more = Math.min(to - now, fits(slack, offer));
    if (more > 0 && now + more >= offer.minimum) {
      take(slack, offer, more);
      changes.put(offer.key, now + more);
    }
  }

  /**
   * The SKUs of which too much is shown, or a listing has too little while another has too much.
   */
  private static <K> Set<Msku> tight(
      Map<Msku, Long> slack, Map<Msku, Integer> tolerance, List<Offer<K>> offers, int[] parts) {
    Set<Msku> tight = new HashSet<>();
    slack.forEach(
        (msku, units) -> {
          if (units + tolerance.getOrDefault(msku, 0) < 0) {
            tight.add(msku);
          }
        });
    for (int i = 0; i < parts.length; i++) {
      Offer<K> offer = offers.get(i);
      int lacks = parts[i] - offer.shown;
      if (!offer.fixed && lacks > 0 && isStarved(offer, parts[i])) {
        offer.units.forEach(
            (msku, units) -> {
              if (slack.getOrDefault(msku, 0L) < (long) lacks * units) {
                tight.add(msku);
              }
            });
      }
    }
    return tight;
  }

  /** Returns whether a listing shows so little of its part that others shall give it some. */
  static boolean isStarved(int shown, int part) {
    return (long) shown * STARVED < part;
  }

  private static <K> boolean isStarved(Offer<K> offer, int part) {
    return isStarved(offer.shown, part);
  }

  /** Returns each listing's part, by its place in the list. */
  private static <K> int[] parts(Map<Msku, Long> open, List<Offer<K>> offers) {
    int[] parts = new int[offers.size()];
    Map<Msku, Long> left = new HashMap<>(open);
    List<Integer> growing = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (!offers.get(i).fixed && !offers.get(i).frozen) {
        growing.add(i);
      }
    }
    while (!growing.isEmpty()) {
      growing.removeIf(i -> fits(left, offers.get(i)) == 0);
      if (!growByShares(left, offers, growing, parts)) {
        growByOne(left, offers, growing, parts);
      }
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i] < offers.get(i).minimum ? 0 : parts[i];
    }
    return parts;
  }

  /** A component that is scarce leaves some of the others over, which goes round again. */
  private static <K> boolean growByShares(
      Map<Msku, Long> left, List<Offer<K>> offers, List<Integer> growing, int[] parts) {
    Map<Msku, Long> shares = new HashMap<>();
    for (int i : growing) {
      Offer<K> offer = offers.get(i);
      offer.units.keySet().forEach(msku -> shares.merge(msku, (long) offer.share, Long::sum));
    }
    Map<Msku, Long> before = new HashMap<>();
    shares.keySet().forEach(msku -> before.put(msku, left.getOrDefault(msku, 0L)));
    boolean grown = false;
    for (int i : growing) {
      Offer<K> offer = offers.get(i);
      long more = Integer.MAX_VALUE;
      for (Map.Entry<Msku, Integer> component : offer.units.entrySet()) {
        Msku msku = component.getKey();
        long part = before.getOrDefault(msku, 0L) * offer.share / shares.getOrDefault(msku, 1L);
        more = Math.min(more, part / component.getValue());
      }
      if (more > 0) {
        grow(left, offer, i, (int) more, parts);
        grown = true;
      }
    }
    return grown;
  }

  private static <K> void growByOne(
      Map<Msku, Long> left, List<Offer<K>> offers, List<Integer> growing, int[] parts) {
    for (int i : growing) {
      if (fits(left, offers.get(i)) > 0) {
        grow(left, offers.get(i), i, 1, parts);
      }
    }
  }

  private static <K> void grow(
      Map<Msku, Long> left, Offer<K> offer, int place, int more, int[] parts) {
    take(left, offer, more);
    parts[place] += more;
  }

  private static <K> void take(Map<Msku, Long> left, Offer<K> offer, int many) {
    offer.units.forEach((msku, units) -> left.merge(msku, -(long) many * units, Long::sum));
  }

  private static <K> int fits(Map<Msku, Long> left, Offer<K> offer) {
    long fits = Integer.MAX_VALUE;
    for (Map.Entry<Msku, Integer> component : offer.units.entrySet()) {
      long units = Math.max(0, left.getOrDefault(component.getKey(), 0L));
      fits = Math.min(fits, units / component.getValue());
    }
    return (int) fits;
  }
}
