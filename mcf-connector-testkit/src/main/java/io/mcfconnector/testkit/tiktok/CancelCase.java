// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.time.Instant;

/** A cancellation of an order, from the first word to the last. */
final class CancelCase {

  static final String PENDING = "CANCELLATION_REQUEST_PENDING";
  static final String GRANTED = "CANCELLATION_REQUEST_SUCCESS";
  static final String REJECTED = "CANCELLATION_REQUEST_CANCELLED";

  private final String id;
  private final String type;
  private final String role;
  private final String reason;
  private final Instant createdAt;
  private String status;
  private Instant updatedAt;

  private CancelCase(
      String id, String type, String role, String reason, Instant createdAt, String status) {
    this.id = id;
    this.type = type;
    this.role = role;
    this.reason = reason;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.status = status;
  }

  /** Returns a buyer's request that waits for an answer. */
  static CancelCase requested(String id, String reason, Instant at) {
    return new CancelCase(id, "BUYER_CANCEL", "BUYER", reason, at, PENDING);
  }

  /** Returns a cancellation that nobody had to agree to. */
  static CancelCase done(String id, String role, String reason, Instant at) {
    return new CancelCase(id, "CANCEL", role, reason, at, GRANTED);
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
