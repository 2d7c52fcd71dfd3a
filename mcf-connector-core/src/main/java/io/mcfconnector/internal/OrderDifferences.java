// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Difference;
import io.mcfconnector.model.DifferenceKind;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The differences of one order. What is younger than the promise is work under way; what waits for
 * a person is explained.
 */
final class OrderDifferences {

  /** Channels and networks show their own changes a little late. */
  static final Duration SHOWN_LATE = Duration.ofMinutes(15);

  /** The promise for a number on its way from the network to the channel. */
  static final Duration TRACKING = Duration.ofHours(4);

  private final Settings settings;
  private final Instant now;
  private final OrderId id;
  private final @Nullable ReviewNote review;
  private final List<Difference> differences = new ArrayList<>();

  OrderDifferences(Settings settings, Instant now, OrderId id, @Nullable RoutingRecord record) {
    this.settings = settings;
    this.now = now;
    this.id = id;
    this.review = record == null ? null : record.review();
  }

  List<Difference> toList() {
    return List.copyOf(differences);
  }

  /** Returns when the comparison began. */
  Instant now() {
    return now;
  }

  /** Returns the promise for a change of the channel. */
  Duration poll() {
    Duration twice = settings.orderPoll().multipliedBy(2);
    Duration promise = Duration.ofMinutes(5);
    return twice.compareTo(promise) > 0 ? twice : promise;
  }

  /** Returns the promise for a change of the network. */
  Duration sweep() {
    return settings.trackingSync().multipliedBy(2).plusMinutes(5);
  }

  boolean isWithin(Instant since, Duration promise) {
    return now.isBefore(since.plus(promise));
  }

  /** Adds a difference that ends by itself within a promise, or by a person. */
  void add(
      DifferenceKind kind,
      Instant since,
      Duration promise,
      String byItself,
      String byPerson,
      Map<String, String> facts) {
    if (isWithin(since, promise)) {
      put(kind, since, true, byItself, facts);
    } else if (review != null) {
      put(kind, since, true, "A person decides: repair the review " + review.code() + ".", facts);
    } else {
      put(kind, since, false, byPerson, facts);
    }
  }

  /** Adds a difference as it is. */
  void put(
      DifferenceKind kind,
      Instant since,
      boolean isExplained,
      String repair,
      Map<String, String> facts) {
    Duration age = since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    differences.add(new Difference(kind, id, since, age, isExplained, repair, facts));
  }
}
