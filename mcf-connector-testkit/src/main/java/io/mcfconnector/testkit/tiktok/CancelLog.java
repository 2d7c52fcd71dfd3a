// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cancellations of one order: what its buyer asked for, and what was cancelled. */
final class CancelLog {

  static final String BUYERS_REASON = "ecom_order_to_ship_canceled_reason_no_longer_needed";
  private static final Duration ANSWER_TIME = Duration.ofDays(2);

  private final String orderId;
  private final List<CancelCase> cases = new ArrayList<>();
  private @Nullable Instant requestedAt;

  CancelLog(String orderId) {
    this.orderId = orderId;
  }

  /** Lets the buyer ask; one request at a time. */
  void request(List<LiveUnit> units, Instant now) {
    CancelCase open = open();
    if (open == null) {
      cases.add(CancelCase.requested(nextId(), BUYERS_REASON, units, now, now.plus(ANSWER_TIME)));
      requestedAt = now;
    } else if (!open.units().equals(units)) {
      throw new IllegalStateException(
          "the buyer of order " + orderId + " has another cancel request open");
    }
  }

  /** Notes what was cancelled, as the answer to an open request when it grants that. */
  void cancelled(List<LiveUnit> units, Instant at, String role, String reason) {
    CancelCase open = open();
    if (open != null && units.containsAll(open.units())) {
      open.close(CancelCase.GRANTED, at);
    } else {
      cases.add(CancelCase.done(nextId(), role, reason, units, at));
    }
  }

  /** Shipping answers an open request for what is shipped: it is rejected. */
  void shipped(List<LiveUnit> units, Instant at) {
    CancelCase open = open();
    if (open != null && open.units().stream().anyMatch(units::contains)) {
      open.close(CancelCase.REJECTED, at);
    }
  }

  /** Ends an open request without effect: rejected by the seller, or taken back by the buyer. */
  void close(Instant at) {
    CancelCase open = open();
    if (open != null) {
      open.close(CancelCase.REJECTED, at);
    }
  }

  @Nullable CancelCase open() {
    return cases.stream().filter(CancelCase::isOpen).findFirst().orElse(null);
  }

  /** Returns when the buyer asked last; {@code null} when it never did. */
  @Nullable Instant requestedAt() {
    return requestedAt;
  }

  List<CancelCase> cases() {
    return cases;
  }

  private String nextId() {
    String last = orderId.substring(orderId.length() - 11);
    return "4035" + last + String.format("%04d", cases.size() + 1);
  }
}
