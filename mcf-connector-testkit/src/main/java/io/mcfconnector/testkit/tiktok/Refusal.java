// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/** Says no in TikTok's words. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  private Refusal(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Returns a refusal of the gate, before any business rule. */
  static Refusal of(int status, int code, String message) {
    return new Refusal(status, code, message);
  }

  /** Returns a refusal by a business rule; TikTok sends those with status 200. */
  static Refusal business(int code, String message) {
    return new Refusal(200, code, message);
  }

  /** Returns a refusal of a parameter. */
  static Refusal parameter(String message) {
    return new Refusal(400, 36009004, message);
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }
}
