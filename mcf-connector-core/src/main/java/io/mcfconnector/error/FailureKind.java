// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.error;

/** What a failed platform call means for the caller; platforms' codes are classed into these. */
public enum FailureKind {
  /** The call never left this machine: safe to repeat, even a write. */
  NOT_SENT(false, true),
  /** No answer, or half of one: a write may have taken effect. */
  NO_ANSWER(true, true),
  /** The platform failed: a write may have taken effect. */
  UNAVAILABLE(true, true),
  /** Too many calls. Whether a throttled write can have taken effect is not documented. */
  THROTTLED(true, true),
  /** An answer came that cannot be read: a write may have taken effect. */
  UNREADABLE(true, false),
  /** The access token is too old; a fresh one may help once. */
  TOKEN_EXPIRED(false, true),
  /** The seller or the platform ended the authorization, or it lacks a right. */
  AUTHORIZATION_LOST(false, false),
  /** There is no such thing at the platform. */
  NOT_FOUND(false, false),
  /** What was asked for exists already. */
  ALREADY_DONE(false, false),
  /** Not possible in the present state of the thing. */
  STATE_CONFLICT(false, false),
  /** Refused for good because of its content. */
  REFUSED(false, false),
  /** A fault of the caller: unknown path, wrong signature, wrong parameter. */
  CALLER_FAULT(false, false);

  private final boolean uncertain;
  private final boolean retryable;

  FailureKind(boolean uncertain, boolean retryable) {
    this.uncertain = uncertain;
    this.retryable = retryable;
  }

  /** Returns whether a write that failed so may have taken effect all the same. */
  public boolean isUncertain() {
    return uncertain;
  }

  /** Returns whether the same call may succeed later without any other change. */
  public boolean isRetryable() {
    return retryable;
  }
}
