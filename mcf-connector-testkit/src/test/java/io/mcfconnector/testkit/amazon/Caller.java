// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls a simulator as any HTTP client would. */
final class Caller {

  static final String V2020 = "/fba/outbound/2020-07-01/fulfillmentOrders";
  static final String V2026 = "/fulfillment/outbound/2026-07-04";
  static final String USER_AGENT = "Test/1.0 (Language=Java/17)";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final SellingPartnerSimulator simulator;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Caller(SellingPartnerSimulator simulator) {
    this.simulator = simulator;
    headers.put("user-agent", USER_AGENT);
    headers.put("content-type", "application/json");
  }

  /** Returns a caller with a fresh access token. */
  static Caller authorized(SellingPartnerSimulator simulator) {
    return new Caller(simulator).authorize();
  }

  Caller authorize() {
    return with(
        "x-amz-access-token",
        refresh(simulator.clientSecret(), simulator.refreshToken()).text("access_token"));
  }

  /** Returns a caller with the application's own token. */
  static Caller grantless(SellingPartnerSimulator simulator) {
    Caller caller = new Caller(simulator);
    return caller.with(
        "x-amz-access-token",
        caller
            .token(
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "scope",
                    "sellingpartnerapi::notifications",
                    "client_id",
                    simulator.clientId(),
                    "client_secret",
                    simulator.clientSecret()))
            .text("access_token"));
  }

  Caller with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Caller without(String header) {
    headers.remove(header);
    return this;
  }

  Answer refresh(String clientSecret, String refreshToken) {
    return token(
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            refreshToken,
            "client_id",
            simulator.clientId(),
            "client_secret",
            clientSecret));
  }

  Answer token(Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return send(
        HttpRequest.newBuilder(URI.create(simulator.lwaUrl()))
            .header("content-type", "application/x-www-form-urlencoded;charset=UTF-8")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body) {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer put(String path) {
    return send(request(path).PUT(BodyPublishers.noBody()));
  }

  Answer order2020(String id) {
    return get(V2020 + "/" + id);
  }

  Answer order2026(String id) {
    return get(V2026 + "/orders/" + id);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path));
    headers.forEach(request::setHeader);
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      return new Answer(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An answer; {@code at} reads its JSON by a path such as {@code orders.0.status}. */
  record Answer(int status, Map<String, String> headers, String body) {

    @Nullable Object at(String path) {
      Object value = json(body);
      for (String step : path.split("\\.", -1)) {
        if (value instanceof List<?> list && Integer.parseInt(step) < list.size()) {
          value = list.get(Integer.parseInt(step));
        } else if (value instanceof Map<?, ?> map) {
          value = map.get(step);
        } else {
          return null;
        }
      }
      return value;
    }

    String text(String path) {
      return String.valueOf(at(path));
    }

    int number(String path) {
      return ((Number) Objects.requireNonNull(at(path), path)).intValue();
    }

    List<?> list(String path) {
      return (List<?>) Objects.requireNonNull(at(path), path);
    }

    String error() {
      return status + " " + text("errors.0.code") + ": " + text("errors.0.message");
    }

    private static @Nullable Object json(String text) {
      try {
        return new Moshi.Builder().build().adapter(Object.class).fromJson(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
