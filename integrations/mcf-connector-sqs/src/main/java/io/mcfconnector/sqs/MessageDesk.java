// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import io.mcfconnector.model.Notice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes one batch of messages off the queue: hands notices to their router, sets aside what is
 * none, and deletes what is dealt with, in this order, so that a kill in between brings messages
 * back and loses none.
 */
final class MessageDesk {

  /**
   * So often a store may refuse a message before it is moved away. With the waits in between that
   * is a quarter of an hour at least, longer than most outages of a store.
   */
  static final int MOST_RECEIVES = 20;

  private final Queue queue;
  private final NotificationReader reader;
  private final Map<String, Consumer<Notice>> sellers;
  private final Reports reports;
  private final Clock clock;
  private final BooleanSupplier stopping;

  MessageDesk(
      Queue queue,
      NotificationReader reader,
      Map<String, Consumer<Notice>> sellers,
      Reports reports,
      Clock clock,
      BooleanSupplier stopping) {
    this.queue = queue;
    this.reader = reader;
    this.sellers = Map.copyOf(sellers);
    this.reports = reports;
    this.clock = clock;
    this.stopping = stopping;
  }

  /**
   * Waits for messages and deals with them.
   *
   * @return false when SQS could not be reached, or no message of the batch could be dealt with:
   *     then it is time to wait
   */
  boolean takeBatch() {
    List<Message> batch;
    try {
      batch = queue.receive();
    } catch (RuntimeException e) {
      reports.failed("ReceiveMessage", e);
      return false;
    }
    List<Message> done = new ArrayList<>();
    for (Message message : batch) {
      // The rest of the batch comes back to whoever reads the queue next.
      if (stopping.getAsBoolean()) {
        break;
      }
      if (isDealtWith(message)) {
        done.add(message);
      }
    }
    return (batch.isEmpty() || !done.isEmpty()) && isDeleted(done);
  }

  private boolean isDeleted(List<Message> done) {
    if (done.isEmpty()) {
      return true;
    }
    try {
      queue.delete(done);
      return true;
    } catch (RuntimeException e) {
      reports.failed("DeleteMessageBatch", e);
      return false;
    }
  }

  /** Returns whether the queue need not keep the message any longer. */
  private boolean isDealtWith(Message message) {
    Reading reading = reader.read(message.body());
    if (reading instanceof Reading.Told told && sellers.containsKey(told.seller())) {
      return isKept(message, told.notice(), sellers.get(told.seller()));
    }
    if (reading instanceof Reading.Nothing nothing && sellers.containsKey(nothing.seller())) {
      return true;
    }
    return isSetAside(
        message,
        reading instanceof Reading.Refused refused
            ? refused.reason()
            : SetAsideReason.OTHER_SELLER);
  }

  private boolean isKept(Message message, Notice notice, Consumer<Notice> router) {
    try {
      // A router that answers false knows it already, or never will: both need no repeat.
      router.accept(notice);
      return true;
    } catch (RuntimeException e) {
      reports.publish(new QueueEvent.NotKept(clock.instant(), message.id(), message.receives(), e));
    }
    return message.receives() >= MOST_RECEIVES
        && queue.canMove()
        && isSetAside(message, SetAsideReason.NOT_KEPT);
  }

  private boolean isSetAside(Message message, SetAsideReason reason) {
    boolean moves = queue.canMove();
    if (moves) {
      try {
        queue.move(message, reason);
      } catch (RuntimeException e) {
        reports.failed("SendMessage", e);
        return false;
      }
    }
    reports.publish(new QueueEvent.SetAside(clock.instant(), message.id(), reason, moves));
    return true;
  }
}
