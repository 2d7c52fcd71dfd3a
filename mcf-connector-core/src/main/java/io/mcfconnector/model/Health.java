// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a router and its duties fare at one moment, on whatever node they run. Holds no buyer data.
 * For people: {@link #toString()} prints the verdict and why, a line for each reason.
 *
 * @param at when it was read
 * @param reasons why it is not well; empty when it is
 * @param orders what waits
 * @param runs each duty for each account
 * @param authorizations each account whose end of authorization is known
 */
public record Health(
    Instant at,
    List<Reason> reasons,
    Orders orders,
    List<Run> runs,
    List<Authorization> authorizations) {

  /** Copies the lists. */
  public Health {
    reasons = List.copyOf(reasons);
    runs = List.copyOf(runs);
    authorizations = List.copyOf(authorizations);
  }

  /** Returns the worst verdict of the reasons. */
  public Verdict verdict() {
    return reasons.stream().map(Reason::verdict).max(Comparator.naturalOrder()).orElse(Verdict.UP);
  }

  /**
   * Returns for how long no poll of a shop was complete; empty when none ever was. Never negative.
   */
  public Optional<Duration> intakeLag(ShopId shop) {
    return Optional.ofNullable(orders.seenUntil().get(shop)).map(this::since);
  }

  private Duration since(Instant time) {
    return time.isAfter(at) ? Duration.ZERO : Duration.between(time, at);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Health at ").append(at).append(": ").append(verdict());
    reasons.forEach(reason -> text.append(System.lineSeparator()).append("  ").append(reason));
    return text.toString();
  }

  /** How well all is, the best first. */
  public enum Verdict {
    /** Every duty does its work. */
    UP,
    /** Something needs a look before it hurts. */
    DEGRADED,
    /** A duty does not do its work, or the platform does not let it. */
    DOWN
  }

  /** Why a router is not well. A closed list: hosts may switch over it. */
  public enum Cause {
    /** A duty has not run yet. */
    DUTY_NOT_RUN(Verdict.DEGRADED),
    /** The last run of a duty failed; the one before is not long ago. */
    DUTY_FAILING(Verdict.DEGRADED),
    /** A duty did not do its work for three of its intervals and five minutes, or never. */
    DUTY_LATE(Verdict.DOWN),
    /** A platform no longer accepts an authorization, or it lacks a right. */
    AUTHORIZATION_LOST(Verdict.DOWN),
    /** An authorization ends within seven days; only the seller can renew it. */
    AUTHORIZATION_ENDS(Verdict.DEGRADED),
    /** An authorization is over; only the seller can renew it. */
    AUTHORIZATION_ENDED(Verdict.DOWN),
    /** Orders come too near to the channel's clock, or have missed it. */
    ORDERS_AT_RISK(Verdict.DEGRADED);

    private final Verdict verdict;

    Cause(Verdict verdict) {
      this.verdict = verdict;
    }
  }

  /**
   * One thing that is not well.
   *
   * @param cause what kind
   * @param subject the duty with its account, the account, or how many orders
   * @param at since when, or until when for an authorization; {@code null} = unknown
   */
  public record Reason(Cause cause, String subject, @Nullable Instant at) {

    /** Returns how bad it is. */
    public Verdict verdict() {
      return cause.verdict;
    }

    @Override
    public String toString() {
      String time = at == null ? "" : " (" + at + ")";
      return cause + ": " + subject + time;
    }
  }

  /**
   * What waits, in the store.
   *
   * @param seenUntil when the last complete poll of each shop began; shops without one are absent
   * @param oldestUnplaced the order that the router knows for longest among those that nothing
   *     holds and that are not placed; {@code null} = none
   * @param atRisk how many orders are not shipped, or not wholly, and have less than the router's
   *     option {@code deadlineMargin} left until the channel's earliest clock, or nothing. Without
   *     the forecast that {@code backlog()} makes.
   * @param reviews how many orders wait for a person, by code; of the 1,000 oldest
   */
  public record Orders(
      Map<ShopId, Instant> seenUntil,
      @Nullable Unplaced oldestUnplaced,
      int atRisk,
      Map<ReviewCode, Integer> reviews) {

    /** Copies the maps. */
    public Orders {
      seenUntil = Collections.unmodifiableMap(new LinkedHashMap<>(seenUntil));
      Map<ReviewCode, Integer> copy = new EnumMap<>(ReviewCode.class);
      copy.putAll(reviews);
      reviews = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * An order that is free to go and not placed.
   *
   * @param orderId which
   * @param receivedAt since when the router knows it
   * @param deadline the channel's earliest clock; {@code null} = none
   */
  public record Unplaced(OrderId orderId, Instant receivedAt, @Nullable Instant deadline) {}

  /**
   * A duty for one account.
   *
   * @param duty which duty
   * @param account shop with its channel's code, or account id at the network
   * @param interval time between two runs
   * @param succeededAt when it did its work last, within ten seconds; {@code null} = never
   * @param failure how it failed last; {@code null} = never
   */
  public record Run(
      Duty duty,
      String account,
      Duration interval,
      @Nullable Instant succeededAt,
      @Nullable Failure failure) {

    /** Returns whether the last run failed. */
    public boolean isFailing() {
      return failure != null && (succeededAt == null || failure.at.isAfter(succeededAt));
    }
  }

  /**
   * A run that failed.
   *
   * @param at when
   * @param trouble what was in the way; the event {@code DutyFailed} has the exception
   */
  public record Failure(Instant at, Trouble trouble) {}

  /** What lets a run fail. */
  public enum Trouble {
    /** The platform does not accept the authorization, or it lacks a right. */
    AUTHORIZATION,
    /** Too many calls. */
    THROTTLED,
    /** The platform cannot be reached, or fails. */
    UNREACHABLE,
    /** The platform refuses the call, or its answer cannot be read. */
    REFUSED,
    /** The store does not work. */
    STORE,
    /** Anything else: most likely a bug, in the router or in what the host gave it. */
    OTHER
  }

  /**
   * An account's authorization.
   *
   * @param account shop id, or account id at the network
   * @param endsAt when it ends
   */
  public record Authorization(String account, Instant endsAt) {}
}
