// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Instant;
import java.util.List;

/** A cancellation of units of an order, from the first word to the last. */
final class CancelCase {

  static final String PENDING = "CANCELLATION_REQUEST_PENDING";
  static final String GRANTED = "CANCELLATION_REQUEST_SUCCESS";
  static final String REJECTED = "CANCELLATION_REQUEST_CANCELLED";

  private final String id;
  private final String type;
  private final String role;
  private final String reason;
  private final List<LiveUnit> units;
  private final Instant createdAt;
  private final Instant deadline;
  private String status;
  private Instant updatedAt;

  private CancelCase(
      String id,
      String type,
      String role,
      String reason,
      List<LiveUnit> units,
      Instant createdAt,
      Instant deadline,
      String status) {
    this.id = id;
    this.type = type;
    this.role = role;
    this.reason = reason;
    this.units = List.copyOf(units);
    this.deadline = deadline;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.status = status;
  }

  /** Returns a buyer's request that waits for an answer. */
  static CancelCase requested(
      String id, String reason, List<LiveUnit> units, Instant at, Instant deadline) {
    return new CancelCase(id, "BUYER_CANCEL", "BUYER", reason, units, at, deadline, PENDING);
  }

  /** Returns a cancellation that nobody had to agree to. */
  static CancelCase done(String id, String role, String reason, List<LiveUnit> units, Instant at) {
    return new CancelCase(id, "CANCEL", role, reason, units, at, at, GRANTED);
  }

  void close(String status, Instant at) {
    this.status = status;
    this.updatedAt = at;
  }

  String id() {
    return id;
  }

  String type() {
    return type;
  }

  String role() {
    return role;
  }

  String reason() {
    return reason;
  }

  String status() {
    return status;
  }

  List<LiveUnit> units() {
    return units;
  }

  /** Returns until when the seller can answer; without an answer the request is granted. */
  Instant deadline() {
    return deadline;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  boolean isOpen() {
    return status.equals(PENDING);
  }
}
