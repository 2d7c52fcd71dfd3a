// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

/** An answer other than success, in the words of the Selling Partner API. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String details;
  private final String type;

  Refusal(int status, String code, String message, String details, String type) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
    this.type = type;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "InvalidInput", message, "", "ValidationException");
  }

  /** The template that many of Amazon's texts follow; a missing value leaves two blanks. */
  static Refusal invalidValue(String value, String parameter) {
    return invalid(
        "Value " + value + " for parameter " + parameter + " is invalid. Reason: InvalidValue.");
  }

  static Refusal denied(String details) {
    return new Refusal(
        403,
        "Unauthorized",
        "Access to requested resource is denied.",
        details,
        "AccessDeniedException");
  }

  static Refusal notFound(String id) {
    return new Refusal(
        404, "NotFound", "Requested order '" + id + "' not found", "", "ResourceNotFoundException");
  }

  static Refusal throttled() {
    return new Refusal(
        429,
        "QuotaExceeded",
        "You exceeded your quota for the requested resource.",
        "",
        "TooManyRequestsException");
  }

  static Refusal failure(int status) {
    return status == 503
        ? new Refusal(
            503,
            "ServiceUnavailable",
            "Service is temporarily unavailable. Please try again.",
            "",
            "ServiceUnavailableException")
        : new Refusal(
            status,
            "InternalFailure",
            "We encountered an internal error. Please try again.",
            "",
            "InternalFailureException");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  String details() {
    return details;
  }

  String type() {
    return type;
  }
}
