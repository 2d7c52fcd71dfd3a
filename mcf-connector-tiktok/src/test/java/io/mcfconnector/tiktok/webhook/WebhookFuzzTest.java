// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes, nothing is thrown and nothing is believed that TikTok did not sign. */
class WebhookFuzzTest {

  private static final String BODY =
      """
      {"type":%s,"tts_notification_id":"7440000000000000101","shop_id":"7495900000000000123",
       "timestamp":1788263400,"data":{"order_id":"577300000000000101","order_status":"ON_HOLD",
       "package_list":[{"package_id":"1","order_id_list":["577300000000000101"]}],
       "is_on_hold_order":true,"update_time":1788263395,"expiration_time":"1788263395"}}""";

  private static final int[] TYPES = {1, 3, 4, 5, 6, 7, 11, 12, 15, 27, 9901};

  private static final List<String> HOSTILE =
      List.of(
          "null",
          "true",
          "\"\"",
          "-1",
          "1e999",
          "99999999999999999999",
          "{}",
          "[]",
          "[null]",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "NaN",
          "[".repeat(5000),
          "\"" + "x".repeat(5000) + "\"");

  private final List<Notice> notices = new ArrayList<>();
  private final TikTokWebhookHandler handler =
      TikTokWebhookHandler.builder()
          .appKey(Signed.KEY)
          .appSecret(new AppSecret(Signed.SECRET))
          .shop(ShopId.of("7495900000000000123"))
          .notices(notices::add)
          .build();

  private static byte[] body(Random random) {
    return BODY.formatted(TYPES[random.nextInt(TYPES.length)]).getBytes(UTF_8);
  }

  private int statusOf(String authorization, byte[] body) {
    return handler.handle(Map.of("Authorization", List.of(authorization)), body).status();
  }

  @Property
  void handle_unsignedBytes_takesNothing(@ForAll byte[] body, @ForAll String authorization) {
    assertThat(statusOf(authorization, body)).isEqualTo(401);
    assertThat(notices).isEmpty();
  }

  @Property
  void handle_messageChangedAfterSigning_takesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] body = body(random);
    String signature = Signed.signature(body);
    body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));

    assertThat(statusOf(signature, body)).isEqualTo(401);
    assertThat(statusOf(signature, Arrays.copyOf(body, random.nextInt(body.length))))
        .isEqualTo(401);
    assertThat(notices).isEmpty();
  }

  @Property
  void handle_signatureOfAnotherMessage_takesNothing(@ForAll long seed, @ForAll byte[] other) {
    byte[] body = body(new Random(seed));

    assertThat(statusOf(Signed.signature(other), body)).isEqualTo(401);
    assertThat(notices).isEmpty();
  }

  @Property
  void handle_signedAndCutAnywhere_throwsNothing(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] body = body(random);
    byte[] cut = Arrays.copyOf(body, random.nextInt(body.length));

    assertThat(statusOf(Signed.signature(cut), cut)).isEqualTo(400);
    assertThat(notices).isEmpty();
  }

  @Property
  void handle_signedBytes_throwsNothing(@ForAll byte[] body) {
    assertThat(statusOf(Signed.signature(body), body)).isIn(200, 400, 403);
  }

  @Property
  void handle_signedAndHostile_throwsNothingAndTellsOnlyOfOrders(@ForAll long seed) {
    notices.clear();
    Random random = new Random(seed);
    String text = new String(body(random), UTF_8);
    String[] values = {
      "\"7440000000000000101\"",
      "\"7495900000000000123\"",
      "1788263400",
      "\"577300000000000101\"",
      "\"ON_HOLD\"",
      "true",
      "1788263395",
      "{\"package_id\":\"1\"",
      "[\"577300000000000101\"]"
    };
    for (int i = 0; i < 3; i++) {
      text =
          text.replace(
              values[random.nextInt(values.length)], HOSTILE.get(random.nextInt(HOSTILE.size())));
    }
    byte[] body = text.getBytes(UTF_8);

    assertThat(statusOf(Signed.signature(body), body)).isIn(200, 400, 403);
    assertThat(notices)
        .allSatisfy(
            notice ->
                assertThat(((Notice.OrderChanged) notice).order().value()).matches("[0-9]{1,32}"));
  }

  @Property
  void handle_replayed_tellsTheSameId(@ForAll long seed) {
    notices.clear();
    byte[] body = body(new Random(seed));
    String signature = Signed.signature(body);

    statusOf(signature, body);
    List<Notice> first = List.copyOf(notices);
    notices.clear();
    statusOf(signature, body);

    assertThat(notices).isEqualTo(first);
  }

  /** What an attacker can make the handler allocate does not grow with what is sent. */
  @Property(tries = 20)
  void handle_oversized_allocatesNoMoreThanForASmallOne(@ForAll long seed) {
    byte[] huge = new byte[8 * 1024 * 1024];
    new Random(seed).nextBytes(huge);
    byte[] small = Arrays.copyOf(huge, TikTokWebhookHandler.LARGEST_BODY);
    String signature = Signed.signature(small);
    statusOf("0".repeat(64), small);

    assertThat(allocatedBy(() -> assertStatus(413, signature, huge))).isLessThan(1_000_000);
    assertThat(allocatedBy(() -> assertStatus(401, "0".repeat(64), small))).isLessThan(1_000_000);
  }

  private void assertStatus(int status, String authorization, byte[] body) {
    if (statusOf(authorization, body) != status) {
      throw new AssertionError("not answered with " + status);
    }
  }

  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
