// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Calls the simulator as a plain HTTP client, with a signature of its own making. */
final class Caller {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final TikTokShopSimulator simulator;
  private final Clock clock;

  Caller(TikTokShopSimulator simulator, Clock clock) {
    this.simulator = simulator;
    this.clock = clock;
  }

  Answer get(String path, String... query) {
    return call("GET", path, pairs(query), "");
  }

  Answer post(String path, String body, String... query) {
    return call("POST", path, pairs(query), body);
  }

  Answer call(String method, String path, Map<String, String> query, String body) {
    TreeMap<String, String> full = new TreeMap<>(query);
    if (!path.startsWith("/authorization/202309/") && !path.startsWith("/seller/")) {
      full.put("shop_cipher", simulator.shopCipher());
    }
    full.put("app_key", simulator.appKey());
    full.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
    full.put("sign", sign(path, full, body));
    return send(method, path, full, body, request -> request);
  }

  /** Sends a query as it is. */
  Answer send(
      String method,
      String path,
      Map<String, String> query,
      String body,
      UnaryOperator<HttpRequest.Builder> change) {
    String text =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(simulator.url() + path + "?" + text))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .setHeader("content-type", "application/json")
            .setHeader("x-tts-access-token", simulator.accessToken());
    try {
      HttpResponse<String> response =
          HTTP.send(change.apply(request).build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String sign(String path, Map<String, String> query, String body) {
    StringBuilder text = new StringBuilder(simulator.appSecret()).append(path);
    new TreeMap<>(query).forEach((key, value) -> text.append(key).append(value));
    text.append(body).append(simulator.appSecret());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(simulator.appSecret().getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> pairs(String... texts) {
    TreeMap<String, String> pairs = new TreeMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      pairs.put(texts[i], texts[i + 1]);
    }
    return pairs;
  }

  /** What came back. */
  static final class Answer {
    private final HttpResponse<String> response;

    private Answer(HttpResponse<String> response) {
      this.response = response;
    }

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    int code() {
      return ((Number) Objects.requireNonNull(at("code"))).intValue();
    }

    /** Returns what is at a path such as {@code data.orders.0.id}; {@code null} when absent. */
    @Nullable Object at(String path) {
      try {
        Object node = new Moshi.Builder().build().adapter(Object.class).fromJson(response.body());
        for (String step : path.split("\\.", -1)) {
          node = child(node, step);
        }
        return node;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    String text(String path) {
      return String.valueOf(at(path));
    }

    long number(String path) {
      return ((Number) Objects.requireNonNull(at(path))).longValue();
    }

    List<?> list(String path) {
      return at(path) instanceof List<?> list ? list : List.of();
    }

    private static @Nullable Object child(@Nullable Object node, String step) {
      if (node instanceof List<?> list) {
        int index = Integer.parseInt(step);
        return index < list.size() ? list.get(index) : null;
      }
      return node instanceof Map<?, ?> map ? map.get(step) : null;
    }
  }
}
