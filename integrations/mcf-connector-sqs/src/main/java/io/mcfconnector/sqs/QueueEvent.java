// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import java.time.Instant;

/** Something about the queue that a host may want to know. No event holds what a message says. */
public sealed interface QueueEvent {

  /** Returns when it happened. */
  Instant at();

  /**
   * A message was taken off the queue without a router having it. Nothing is lost by that but time:
   * polls see what it told of.
   *
   * @param messageId SQS's id of the message
   * @param reason why
   * @param moved whether it is in the dead-letter queue; else it is deleted
   */
  record SetAside(Instant at, String messageId, SetAsideReason reason, boolean moved)
      implements QueueEvent {}

  /**
   * A router could not keep a notice. The message comes back when its visibility timeout is over.
   *
   * @param messageId SQS's id of the message
   * @param receives how often the queue has given it, by its own approximate count
   * @param problem what the router threw
   */
  record NotKept(Instant at, String messageId, int receives, RuntimeException problem)
      implements QueueEvent {}

  /**
   * A call to SQS failed. It is made again after a wait, and messages that it left come back.
   *
   * @param operation SQS's name of the call
   * @param problem what happened
   */
  record CallFailed(Instant at, String operation, RuntimeException problem) implements QueueEvent {}
}
