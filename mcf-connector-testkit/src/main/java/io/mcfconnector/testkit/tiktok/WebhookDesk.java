// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Writes a message for each change of an order, and sends it again until it is answered. */
final class WebhookDesk {

  private static final List<Duration> RETRIES =
      List.of(
          Duration.ofMinutes(2), Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofHours(12));
  private static final long FIRST_ID = 7_440_000_000_000_000_101L;
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  /**
   * A message on its way.
   *
   * @param number tells those apart that are due at the same time
   * @param attempt 0 for the first
   */
  record Message(long number, String body, String signature, Instant dueAt, int attempt) {

    Map<String, List<String>> headers() {
      return Map.of(
          "Authorization", List.of(signature), "Content-Type", List.of("application/json"));
    }
  }

  /** What was told of an order. */
  private record Told(String status, Recipient recipient, Map<String, String> cancellations) {}

  private final ShopWorld world;
  private final AppAndShop settings;
  private final WebhookFaults faults;
  private final Random random;
  private final Map<String, Told> told = new HashMap<>();
  private final PriorityQueue<Message> waiting =
      new PriorityQueue<>(Comparator.comparing(Message::dueAt).thenComparingLong(Message::number));
  private long messages;

  WebhookDesk(ShopWorld world, AppAndShop settings, WebhookFaults faults) {
    this.world = world;
    this.settings = settings;
    this.faults = faults;
    this.random = new Random(faults.seed());
  }

  /** Writes down what changed and returns what is due, to be sent. */
  List<Message> takeDue() {
    world.orders().forEach(this::tell);
    Instant now = world.now();
    List<Message> due = new ArrayList<>();
    for (Message next = waiting.peek(); next != null; next = waiting.peek()) {
      if (next.dueAt().isAfter(now)) {
        break;
      }
      due.add(next);
      waiting.remove();
    }
    return due;
  }

  /** Sends a message later that was not answered with 200; after four repeats no more. */
  void failed(Message message) {
    if (message.attempt() < RETRIES.size()) {
      waiting.add(
          new Message(
              message.number(),
              message.body(),
              message.signature(),
              world.now().plus(RETRIES.get(message.attempt())),
              message.attempt() + 1));
    }
  }

  private void tell(LiveOrder order) {
    Map<String, String> cancellations = new HashMap<>();
    order.cancelCases().forEach(one -> cancellations.put(one.id(), one.status()));
    Told now = new Told(order.status().name(), order.recipient(), cancellations);
    Told before = told.put(order.id(), now);
    if (before == null || !before.status().equals(now.status())) {
      add(1, statusOf(order));
    }
    if (before != null && !before.recipient().equals(now.recipient())) {
      add(3, order(order));
    }
    for (CancelCase one : order.cancelCases()) {
      if (before == null || !one.status().equals(before.cancellations().get(one.id()))) {
        add(11, cancellation(order, one));
      }
    }
  }

  private static Fields order(LiveOrder order) {
    return new Fields().with("order_id", order.id()).withTime("update_time", order.updatedAt());
  }

  private static Fields statusOf(LiveOrder order) {
    String status = order.status() == OrderStatus.CANCELLED ? "CANCEL" : order.status().name();
    return order(order).with("order_status", status).with("is_on_hold_order", order.plan().held());
  }

  private static Fields cancellation(LiveOrder order, CancelCase one) {
    return new Fields()
        .with("order_id", order.id())
        .with("cancel_id", one.id())
        .with("cancellations_role", one.role())
        .with("cancel_status", one.status())
        .withTime("create_time", one.createdAt());
  }

  private void add(int type, Fields data) {
    long number = messages++;
    // Drawn for each, so that a changed share does not change the fate of all later ones.
    boolean lost = random.nextDouble() < faults.lost();
    boolean doubled = random.nextDouble() < faults.doubled();
    Duration first = delay();
    Duration second = delay();
    if (!lost) {
      Message message = message(number, type, data, first);
      waiting.add(message);
      if (doubled) {
        waiting.add(
            new Message(number, message.body(), message.signature(), world.now().plus(second), 0));
      }
    }
  }

  private Duration delay() {
    return Duration.ofMillis((long) (random.nextDouble() * faults.longestDelay().toMillis()));
  }

  private Message message(long number, int type, Fields data, Duration delay) {
    Instant now = world.now();
    String id = type == 3 ? null : Long.toString(FIRST_ID + number);
    Map<String, @Nullable Object> message =
        new Fields()
            .with("type", type)
            .with("tts_notification_id", id)
            .with("shop_id", settings.shopId())
            .withTime("timestamp", now)
            .with("data", data.map())
            .map();
    String body = JSON.toJson(message);
    return new Message(number, body, signature(body), now.plus(delay), 0);
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(settings.appSecret().getBytes(UTF_8), "HmacSHA256"));
      byte[] signed = (settings.appKey() + body).getBytes(UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
