// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

/** Why a message was taken off the queue without a router having it. */
public enum SetAsideReason {
  /** It is longer than any notification. */
  TOO_LARGE,
  /** It is not the JSON of one object. */
  NOT_JSON,
  /**
   * It is wrapped by SNS or EventBridge. Subscribe the queue itself at Amazon, or have the wrapping
   * taken off on the way (SNS: raw message delivery; EventBridge: input path {@code $.detail}).
   */
  WRAPPED,
  /** It lacks what a notification of its type must have to be of use. */
  INCOMPLETE,
  /** It is of a type that this library has no use for; end its subscription. */
  UNKNOWN_TYPE,
  /** It is of a seller that was not named to the consumer. */
  OTHER_SELLER,
  /** The store refused it time after time. Only ever moved, never deleted. */
  NOT_KEPT
}
