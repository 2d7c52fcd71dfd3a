// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.model.Notice;
import io.mcfconnector.tiktok.webhook.TikTokWebhookHandler;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookServerTest {

  private static final String BODY =
      """
      {"type":1,"tts_notification_id":"1","shop_id":"7001","timestamp":1788263400,
       "data":{"order_id":"577300000000000101","update_time":1788263395}}""";

  private final List<Notice> notices = Collections.synchronizedList(new ArrayList<>());
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebhookServer server = WebhookServer.start(0, handler());

  private TikTokWebhookHandler handler() {
    return TikTokWebhookHandler.builder()
        .env(Map.of("TIKTOK_APP_KEY", "k", "TIKTOK_APP_SECRET", "s", "TIKTOK_SHOP_ID", "7001"))
        .notices(notices::add)
        .build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> post(String url, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s".getBytes(UTF_8), "HmacSHA256"));
    mac.update("k".getBytes(UTF_8));
    String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", signature)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void post_signed_isTakenWithAnEmptyAnswer() throws Exception {
    HttpResponse<String> answer = post(server.url(), BODY);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(notices).hasSize(1);
  }

  @Test
  void post_elsewhere_orOtherMethods_areRefused() throws Exception {
    assertThat(post(server.url() + "/more", BODY).statusCode()).isEqualTo(404);
    assertThat(post(server.url() + "shop", BODY).statusCode()).isEqualTo(404);
    assertThat(post(server.url().replace("/webhooks/tiktok", "/"), BODY).statusCode())
        .isEqualTo(404);
    HttpRequest get = HttpRequest.newBuilder(URI.create(server.url())).build();
    assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    assertThat(notices).isEmpty();
  }

  @Test
  void post_oversized_isRefused() throws Exception {
    assertThat(post(server.url(), BODY + " ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(notices).isEmpty();
  }

  @Test
  void close_thenNobodyListens() {
    server.close();

    assertThatThrownBy(() -> post(server.url(), BODY)).isInstanceOf(ConnectException.class);
  }

  @Test
  void start_onATakenPort_saysSo() {
    int taken = URI.create(server.url()).getPort();

    assertThatThrownBy(() -> WebhookServer.start(taken, handler()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("WEBHOOK_PORT " + taken);
  }
}
