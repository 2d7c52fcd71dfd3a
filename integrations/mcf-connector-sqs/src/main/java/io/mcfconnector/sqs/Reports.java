// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import io.mcfconnector.error.ConnectorException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener; whatever it throws ends here. */
final class Reports {

  private static final Logger log = LoggerFactory.getLogger(Reports.class);

  private final QueueListener listener;
  private final String queueUrl;
  private final Clock clock;

  Reports(QueueListener listener, String queueUrl, Clock clock) {
    this.listener = listener;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /** What hosts hear that have no listener. */
  static void log(QueueEvent event) {
    if (event instanceof QueueEvent.SetAside set) {
      log.warn(
          "SQS message {} was {}: {}",
          set.messageId(),
          set.moved() ? "moved to the dead-letter queue" : "deleted",
          set.reason());
    } else if (event instanceof QueueEvent.NotKept kept) {
      log.warn("SQS message {} was not kept and comes back", kept.messageId(), kept.problem());
    } else if (event instanceof QueueEvent.CallFailed failed) {
      log.warn("{}", failed.problem().getMessage(), failed.problem());
    }
  }

  void publish(QueueEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException e) {
      log.warn("A listener failed on {}; messages go on", event.getClass().getSimpleName(), e);
    }
  }

  /** Reports a call that failed, with what to do about it. */
  void failed(String operation, RuntimeException problem) {
    publish(
        new QueueEvent.CallFailed(
            clock.instant(),
            operation,
            new ConnectorException(
                operation
                    + " failed for the queue "
                    + queueUrl
                    + "; it is tried again. When it goes on, check that the queue is there, and"
                    + " that credentials and region may use it.",
                problem)));
  }
}
