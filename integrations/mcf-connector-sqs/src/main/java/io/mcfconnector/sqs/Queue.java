// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import java.util.List;

/** The calls to SQS that a consumer needs; each throws a {@code RuntimeException} when it fails. */
interface Queue extends AutoCloseable {

  /** Waits for messages and returns them; none when none came in time. */
  List<Message> receive();

  /** Deletes messages. One that could not be deleted comes back. */
  void delete(List<Message> messages);

  /** Returns whether there is a dead-letter queue. */
  boolean canMove();

  /** Puts a copy of a message into the dead-letter queue. */
  void move(Message message, SetAsideReason reason);

  @Override
  void close();
}
