// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import io.mcfconnector.error.ConnectorException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A queue in memory: what was received and not deleted comes back with {@link #comeBack()}. */
final class FakeQueue implements Queue {

  final List<String> moved = new ArrayList<>();
  final Set<String> failing = new HashSet<>();
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final List<Message> hidden = new ArrayList<>();
  boolean movable;
  int receives;
  boolean closed;
  Runnable beforeReceive = () -> {};

  void put(String id, String body) {
    waiting.add(new Message(id, "receipt-" + id, 1, body));
  }

  void comeBack() {
    for (Message message : hidden) {
      waiting.add(
          new Message(message.id(), message.receipt(), message.receives() + 1, message.body()));
    }
    hidden.clear();
  }

  int size() {
    return waiting.size() + hidden.size();
  }

  @Override
  public List<Message> receive() {
    receives++;
    beforeReceive.run();
    fail("receive");
    List<Message> batch = new ArrayList<>();
    while (batch.size() < SqsQueue.BATCH && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    hidden.addAll(batch);
    return batch;
  }

  @Override
  public void delete(List<Message> messages) {
    fail("delete");
    hidden.removeAll(messages);
  }

  @Override
  public boolean canMove() {
    return movable;
  }

  @Override
  public void move(Message message, SetAsideReason reason) {
    fail("move");
    moved.add(message.id() + " " + reason);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void fail(String call) {
    if (failing.contains(call)) {
      throw new ConnectorException(call + " failed");
    }
  }
}
