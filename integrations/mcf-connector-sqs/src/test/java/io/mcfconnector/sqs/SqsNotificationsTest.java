// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static io.mcfconnector.sqs.Notifications.SELLER;
import static io.mcfconnector.sqs.SetAsideReason.NOT_JSON;
import static io.mcfconnector.sqs.SetAsideReason.NOT_KEPT;
import static io.mcfconnector.sqs.SetAsideReason.OTHER_SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Notice;
import io.mcfconnector.testkit.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SqsNotificationsTest {

  private static final URI QUEUE =
      URI.create("https://sqs.us-east-1.amazonaws.com/123456789012/orders");

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-03T02:20:00Z"));
  private final FakeQueue queue = new FakeQueue();
  private final List<String> kept = new ArrayList<>();
  private final List<QueueEvent> events = new ArrayList<>();
  private final AtomicBoolean storeFails = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final MessageDesk desk =
      new MessageDesk(
          queue,
          new NotificationReader(Set.of(), clock),
          Map.of(SELLER, this::keep),
          new Reports(events::add, QUEUE.toString(), clock),
          clock,
          stopping::get);

  private void keep(Notice notice) {
    if (storeFails.get() || notice.id().equals("poison")) {
      throw new StoreException("disk full");
    }
    kept.add(notice.id());
  }

  @Test
  void takeBatch_notification_isKeptThenDeleted() {
    queue.put("m1", Notifications.order("n1", "TTS-1"));
    queue.put("m2", Notifications.stock("n2", "MUG"));

    assertThat(desk.takeBatch()).isTrue();

    assertThat(kept).containsExactly("n1", "n2");
    assertThat(queue.size()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void takeBatch_storeFails_leavesTheMessageAndTakesItWhenItComesBack() {
    queue.put("m1", Notifications.order("n1", "TTS-1"));
    storeFails.set(true);

    assertThat(desk.takeBatch()).isFalse();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            QueueEvent.NotKept.class, event -> assertThat(event.messageId()).isEqualTo("m1"));

    storeFails.set(false);
    queue.comeBack();
    assertThat(desk.takeBatch()).isTrue();
    assertThat(kept).containsExactly("n1");
    assertThat(queue.size()).isZero();
  }

  @Test
  void takeBatch_deleteFails_handsTheNoticeOverAgain() {
    queue.put("m1", Notifications.order("n1", "TTS-1"));
    queue.failing.add("delete");

    assertThat(desk.takeBatch()).isFalse();
    queue.failing.clear();
    queue.comeBack();

    assertThat(desk.takeBatch()).isTrue();
    assertThat(kept).containsExactly("n1", "n1");
    assertThat(queue.size()).isZero();
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            QueueEvent.CallFailed.class,
            event -> assertThat(event.operation()).isEqualTo("DeleteMessageBatch"));
  }

  @Test
  void takeBatch_poison_holdsUpNoOther() {
    queue.put("m1", "broken");
    queue.put("m2", Notifications.order("poison", "TTS-1"));
    queue.put("m3", Notifications.orderOf("A9STRANGER", "n3"));
    queue.put("m4", Notifications.order("n4", "TTS-4"));

    assertThat(desk.takeBatch()).isTrue();

    assertThat(kept).containsExactly("n4");
    assertThat(queue.size()).isEqualTo(1);
    assertThat(setAside()).containsExactly("m1 NOT_JSON false", "m3 OTHER_SELLER false");
  }

  @Test
  void takeBatch_withADeadLetterQueue_movesWhatIsSetAside() {
    queue.movable = true;
    queue.put("m1", "broken");
    queue.put("m2", Notifications.orderOf("A9STRANGER", "n2"));

    desk.takeBatch();

    assertThat(queue.moved).containsExactly("m1 " + NOT_JSON, "m2 " + OTHER_SELLER);
    assertThat(queue.size()).isZero();
    assertThat(setAside()).containsExactly("m1 NOT_JSON true", "m2 OTHER_SELLER true");
  }

  @Test
  void takeBatch_moveFails_leavesTheMessage() {
    queue.movable = true;
    queue.failing.add("move");
    queue.put("m1", "broken");

    assertThat(desk.takeBatch()).isFalse();

    assertThat(queue.size()).isEqualTo(1);
    assertThat(setAside()).isEmpty();
  }

  @Test
  void takeBatch_refusedByTheStoreTimeAfterTime_isMovedButNeverDeleted() {
    queue.put("m1", Notifications.order("poison", "TTS-1"));
    for (int i = 0; i < 2 * MessageDesk.MOST_RECEIVES; i++) {
      desk.takeBatch();
      queue.comeBack();
    }
    assertThat(queue.size()).isEqualTo(1);

    queue.movable = true;
    desk.takeBatch();

    assertThat(queue.moved).containsExactly("m1 " + NOT_KEPT);
    assertThat(queue.size()).isZero();
  }

  @Test
  void takeBatch_stoppedMeanwhile_leavesTheRest() {
    queue.beforeReceive = () -> stopping.set(true);
    queue.put("m1", Notifications.order("n1", "TTS-1"));

    desk.takeBatch();

    assertThat(kept).isEmpty();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void events_holdNothingOfTheMessage() {
    queue.put("m1", "{\"NotificationType\":\"SECRET_TYPE\"}");
    queue.put("m2", Notifications.order("poison", "TTS-SECRET"));

    desk.takeBatch();

    assertThat(events).hasSize(2);
    assertThat(events.toString()).doesNotContain("SECRET");
    assertThat(new Message("m1", "r", 1, "SECRET").toString()).doesNotContain("SECRET");
    assertThat(new AwsKeys("AKIA", "SECRET").toString()).isEqualTo("AwsKeys[****]");
  }

  @Test
  void listener_thatThrows_hurtsNothing() {
    MessageDesk hurt =
        new MessageDesk(
            queue,
            new NotificationReader(Set.of(), clock),
            Map.of(SELLER, this::keep),
            new Reports(
                event -> {
                  throw new IllegalStateException("listener");
                },
                QUEUE.toString(),
                clock),
            clock,
            () -> false);
    queue.put("m1", "broken");
    queue.put("m2", Notifications.order("n2", "TTS-2"));

    assertThat(hurt.takeBatch()).isTrue();
    assertThat(kept).containsExactly("n2");
  }

  @Test
  void start_queueUnreachable_waitsLongerEachTimeAndEndsWithClose() throws Exception {
    queue.failing.add("receive");
    List<Duration> waits = new ArrayList<>();
    CountDownLatch enough = new CountDownLatch(1);
    SqsNotifications consumer =
        valid()
            .pause(
                time -> {
                  waits.add(time);
                  if (waits.size() == 9) {
                    enough.countDown();
                    // Only close() ends this one.
                    new CountDownLatch(1).await();
                  }
                })
            .build(queue);
    consumer.start();
    consumer.start();
    assertThat(enough.await(10, TimeUnit.SECONDS)).isTrue();
    consumer.close();

    assertThat(queue.receives).isEqualTo(9);
    assertThat(queue.closed).isTrue();
    for (int i = 0; i < waits.size(); i++) {
      long full = Math.min(60_000, 1000L << i);
      assertThat(waits.get(i).toMillis()).isBetween(full / 2, full);
    }
    assertThatThrownBy(consumer::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_duringAReceive_returnsWhenItHasEnded() throws Exception {
    CountDownLatch receiving = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    queue.beforeReceive =
        () -> {
          receiving.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            queue.moved.add("interrupted");
          }
        };
    SqsNotifications consumer = valid().build(queue);
    consumer.start();
    receiving.await();
    Thread closing = new Thread(consumer::close);
    closing.start();
    closing.join(100);
    assertThat(closing.isAlive()).isTrue();
    assertThat(queue.closed).isFalse();

    answer.countDown();
    closing.join();

    assertThat(queue.closed).isTrue();
    assertThat(queue.moved).isEmpty();
  }

  @Test
  void close_neverStarted_closesTheQueue() {
    valid().build(queue).close();

    assertThat(queue.closed).isTrue();
  }

  @Test
  void build_whatCannotWork_isNamedAtOnce() {
    assertThatThrownBy(
            () ->
                SqsNotifications.builder(
                        URI.create("https://sqs.us-east-1.amazonaws.com/123456789012/orders.fifo"))
                    .deadLetterQueue(URI.create("http://example.com/1/dead"))
                    .endpoint(URI.create("orders"))
                    .awsKeys(new AwsKeys("", ""))
                    .receiveWait(Duration.ofSeconds(21))
                    .visibilityTimeout(Duration.ofMillis(1500))
                    .build())
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.problems()).hasSize(7);
              assertThat(e).hasMessageContaining("queueUrl is a FIFO queue");
              assertThat(e).hasMessageContaining("seller is required");
            });
    assertThatThrownBy(() -> valid().deadLetterQueue(QUEUE).build())
        .hasMessageContaining("another queue");
  }

  @Test
  void build_takesTheRegionFromTheUrl() {
    valid().build().close();
  }

  private SqsNotifications.Builder valid() {
    return SqsNotifications.builder(QUEUE).seller(SELLER, this::keep).clock(clock);
  }

  private List<String> setAside() {
    return events.stream()
        .filter(QueueEvent.SetAside.class::isInstance)
        .map(QueueEvent.SetAside.class::cast)
        .map(event -> event.messageId() + " " + event.reason() + " " + event.moved())
        .toList();
  }
}
