// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.testkit.SampleOrders;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhooksIT extends SimulatorTestBase {

  private final List<String> bodies = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private int answer = 200;

  @Override
  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    return builder.webhooks(this::take);
  }

  private int take(Map<String, List<String>> headers, byte[] body) {
    bodies.add(new String(body, UTF_8));
    signatures.add(Objects.requireNonNull(headers.get("Authorization")).get(0));
    return answer;
  }

  private Map<?, ?> message(int index) throws IOException {
    return (Map<?, ?>)
        Objects.requireNonNull(
            new Moshi.Builder().build().adapter(Object.class).fromJson(bodies.get(index)));
  }

  @Test
  void newOrder_isToldOnce_signed() throws Exception {
    SimulatedOrder order = added(samples.plain());

    assertThat(simulator.sendWebhooks()).isEqualTo(1);
    assertThat(simulator.sendWebhooks()).isZero();

    assertThat(message(0).get("type")).isEqualTo(1.0);
    assertThat(message(0).get("shop_id")).isEqualTo(simulator.shopId());
    assertThat((Map<?, ?>) message(0).get("data"))
        .extracting("order_id", "order_status")
        .containsExactly(order.id(), simulator.order(order.id()).status());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(simulator.appSecret().getBytes(UTF_8), "HmacSHA256"));
    byte[] expected = mac.doFinal((simulator.appKey() + bodies.get(0)).getBytes(UTF_8));
    assertThat(signatures).containsExactly(HexFormat.of().formatHex(expected));
  }

  @Test
  void addressAndCancelRequest_areToldByTheirTypes() throws Exception {
    SimulatedOrder order = added(samples.plain());
    simulator.sendWebhooks();

    pass(Duration.ofHours(2));
    simulator.sendWebhooks();
    simulator.changeAddress(order.id(), samples.recipient());
    simulator.sendWebhooks();
    simulator.requestCancel(order.id());
    simulator.sendWebhooks();

    int last = bodies.size() - 1;
    assertThat(message(last - 1).get("type")).isEqualTo(3.0);
    assertThat(message(last - 1).containsKey("tts_notification_id")).isFalse();
    assertThat(message(last).get("type")).isEqualTo(11.0);
    assertThat(bodies.get(last)).contains("CANCELLATION_REQUEST_PENDING");
  }

  @Test
  void cancelledOrder_isToldInTheWordOfWebhooks() {
    SimulatedOrder order = added(samples.plain());
    simulator.sendWebhooks();

    simulator.cancel(order.id());
    simulator.sendWebhooks();

    assertThat(bodies).anyMatch(body -> body.contains("\"order_status\":\"CANCEL\""));
  }

  @Test
  void unanswered_isSentFourTimesMore_thenNeverAgain() {
    answer = 503;
    added(samples.plain());
    List<Integer> sent = new ArrayList<>();
    sent.add(simulator.sendWebhooks());
    for (Duration wait :
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofHours(3),
            Duration.ofHours(12),
            Duration.ofDays(1))) {
      pass(wait);
      sent.add((int) repeats());
    }

    assertThat(sent).containsExactly(1, 0, 1, 1, 1, 1, 0);
  }

  /** Counts what is sent once more; what the order does meanwhile is told as well. */
  private long repeats() {
    int before = bodies.size();
    List<String> known = List.copyOf(bodies.subList(0, 1));
    simulator.sendWebhooks();
    return bodies.subList(before, bodies.size()).stream().filter(known::contains).count();
  }

  @Test
  void faults_loseDoubleAndDelay_theSameForASeed() {
    List<List<String>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      List<String> received = new ArrayList<>();
      try (TikTokShopSimulator poor =
          TikTokShopSimulator.builder(clock)
              .webhooks(
                  (headers, body) -> {
                    received.add(new String(body, UTF_8).replaceAll("\"timestamp\":\\d+", ""));
                    return 200;
                  })
              .webhookFaults(new WebhookFaults(0.3, 0.3, Duration.ofMinutes(1), 5))
              .start()) {
        for (SimulatedOrder order : SampleOrders.seeded(9).next(50)) {
          poor.add(order);
        }
        poor.sendWebhooks();
        int early = received.size();
        pass(Duration.ofMinutes(2));
        poor.sendWebhooks();

        long distinct = received.stream().distinct().count();
        assertThat(distinct).isBetween(20L, 60L);
        assertThat(received.size()).isGreaterThan((int) distinct);
        assertThat(early).isLessThan(received.size());
      }
      runs.add(received.stream().map(body -> body.replaceAll("_time\":\\d+", "")).toList());
    }

    assertThat(runs.get(1)).hasSameSizeAs(runs.get(0));
  }

  @Test
  void url_thatNobodyAnswers_countsAsUnanswered() {
    assertThat(
            WebhookTarget.url("http://127.0.0.1:1/webhooks/tiktok")
                .deliver(Map.of("Authorization", List.of("x")), new byte[] {1}))
        .isZero();
  }
}
