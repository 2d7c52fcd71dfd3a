// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static io.mcfconnector.sqs.Notifications.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Notice;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** The consumer at a queue that speaks SQS. */
@Timeout(120)
class SqsNotificationsIT {

  private static ElasticMq server;

  private final Set<String> kept = ConcurrentHashMap.newKeySet();
  private final List<QueueEvent> events = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void open() {
    server = new ElasticMq();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private SqsNotifications.Builder consumer(URI queue, Consumer<Notice> router) {
    return SqsNotifications.builder(queue)
        .seller(SELLER, router)
        .endpoint(server.endpoint())
        .region("us-east-1")
        .awsKeys(ElasticMq.KEYS)
        .receiveWait(Duration.ofSeconds(1))
        .visibilityTimeout(Duration.ofSeconds(1))
        .listener(events::add);
  }

  @Test
  void start_manyMessagesAndDuplicates_keepsEachAndEmptiesTheQueue(TestInfo test) throws Exception {
    URI queue = server.create(name(test));
    int count = 250;
    for (int i = 0; i < count; i++) {
      server.send(queue, Notifications.order("n" + i, "TTS-" + i));
      if (i % 5 == 0) {
        server.send(queue, Notifications.order(" n" + i, "TTS-" + i));
      }
    }
    CountDownLatch all = new CountDownLatch(count + count / 5);
    // Nothing may come back while it is dealt with, so that the latch counts each message once.
    try (SqsNotifications consumer =
        consumer(
                queue,
                notice -> {
                  kept.add(notice.id());
                  all.countDown();
                })
            .visibilityTimeout(Duration.ofMinutes(1))
            .build()) {
      consumer.start();
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(kept).hasSize(count);
    assertThat(server.size(queue)).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void start_storeFails_messageComesBackAndIsKept(TestInfo test) throws Exception {
    URI queue = server.create(name(test));
    server.send(queue, Notifications.stock("n1", "MUG"));
    CountDownLatch third = new CountDownLatch(3);
    try (SqsNotifications consumer =
        consumer(
                queue,
                notice -> {
                  third.countDown();
                  if (third.getCount() > 0) {
                    throw new StoreException("disk full");
                  }
                  kept.add(notice.id());
                })
            .pause(time -> {})
            .build()) {
      consumer.start();
      assertThat(third.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(kept).containsExactly("n1");
    assertThat(server.size(queue)).isZero();
    assertThat(events)
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        QueueEvent.NotKept.class,
                        it -> assertThat(it.receives()).isEqualTo(events.indexOf(event) + 1)));
  }

  @Test
  void start_poison_isInTheDeadLetterQueueWithItsReason(TestInfo test) throws Exception {
    URI queue = server.create(name(test));
    URI dead = server.create(name(test) + "-dead");
    server.send(queue, "no notification");
    server.send(queue, Notifications.order("n1", "TTS-1"));
    CountDownLatch both = new CountDownLatch(2);
    try (SqsNotifications consumer =
        consumer(
                queue,
                notice -> {
                  kept.add(notice.id());
                  both.countDown();
                })
            .deadLetterQueue(dead)
            .listener(
                event -> {
                  events.add(event);
                  both.countDown();
                })
            .build()) {
      consumer.start();
      assertThat(both.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(kept).containsExactly("n1");
    assertThat(server.size(queue)).isZero();
    assertThat(server.receive(dead))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body()).isEqualTo("no notification");
              assertThat(message.messageAttributes())
                  .hasEntrySatisfying(
                      "mcf-reason", it -> assertThat(it.stringValue()).isEqualTo("NOT_JSON"));
            });
  }

  @Test
  void start_queueThatIsNotThere_isReportedWithWhatToDo(TestInfo test) throws Exception {
    URI queue = URI.create(server.endpoint() + "/000000000000/" + name(test));
    CountDownLatch told = new CountDownLatch(1);
    try (SqsNotifications consumer =
        consumer(queue, notice -> {})
            .listener(
                event -> {
                  events.add(event);
                  told.countDown();
                })
            .build()) {
      consumer.start();
      assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(events.get(0))
        .isInstanceOfSatisfying(
            QueueEvent.CallFailed.class,
            event -> {
              assertThat(event.operation()).isEqualTo("ReceiveMessage");
              assertThat(event.problem()).hasMessageContaining("check that the queue is there");
            });
  }

  private static String name(TestInfo test) {
    return test.getTestMethod().orElseThrow().getName().replaceAll("\\W", "");
  }
}
