// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.http;

import java.time.Duration;

/**
 * Something that goes wrong with one request.
 *
 * @param kind what
 * @param status HTTP status of an error; 0 for other kinds
 * @param delay wait before the answer; zero for other kinds
 */
public record Fault(Kind kind, int status, Duration delay) {

  /** The kinds of trouble. */
  public enum Kind {
    /** Refused as one call too many; nothing is done. */
    THROTTLED,
    /** Fails before anything is done. */
    ERROR_BEFORE,
    /** Fails although it was done. */
    ERROR_AFTER,
    /** Connection dies before anything is done. */
    DROP_BEFORE,
    /** Connection dies although it was done. */
    DROP_AFTER,
    /** Done, but the answer comes late. */
    SLOW,
    /** Done, but only half of the answer comes. */
    CUT_BODY,
    /** Done, but the answer is a web page. */
    HTML,
    /** Done; every object of the answer has a member nobody knows. */
    UNKNOWN_FIELDS
  }

  /** Returns a refusal as one call too many. */
  public static Fault throttled() {
    return new Fault(Kind.THROTTLED, 429, Duration.ZERO);
  }

  /** Returns a server error before the effect. */
  public static Fault errorBefore(int status) {
    return new Fault(Kind.ERROR_BEFORE, status, Duration.ZERO);
  }

  /** Returns a server error after the effect. */
  public static Fault errorAfter(int status) {
    return new Fault(Kind.ERROR_AFTER, status, Duration.ZERO);
  }

  /** Returns a reset before the effect. */
  public static Fault dropBefore() {
    return new Fault(Kind.DROP_BEFORE, 0, Duration.ZERO);
  }

  /** Returns a reset after the effect. */
  public static Fault dropAfter() {
    return new Fault(Kind.DROP_AFTER, 0, Duration.ZERO);
  }

  /**
   * Returns an answer that comes late in real time; longer than the client waits, it is a time-out.
   */
  public static Fault slow(Duration delay) {
    return new Fault(Kind.SLOW, 0, delay);
  }

  /** Returns half an answer. */
  public static Fault cutBody() {
    return new Fault(Kind.CUT_BODY, 0, Duration.ZERO);
  }

  /** Returns a web page instead of JSON. */
  public static Fault html() {
    return new Fault(Kind.HTML, 0, Duration.ZERO);
  }

  /** Returns an answer with unknown members. */
  public static Fault unknownFields() {
    return new Fault(Kind.UNKNOWN_FIELDS, 0, Duration.ZERO);
  }
}
