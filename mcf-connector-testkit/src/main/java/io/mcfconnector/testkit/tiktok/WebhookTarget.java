// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Where a simulated shop sends its webhooks. */
@FunctionalInterface
public interface WebhookTarget {

  /**
   * Takes a message; returns the HTTP status of the answer. What it throws counts as no answer.
   *
   * @param headers names and values, among them the signature as {@code Authorization}
   * @param body the bytes that are signed
   */
  int deliver(Map<String, List<String>> headers, byte[] body);

  /** Returns a target that is posted to, such as {@code http://127.0.0.1:8080/webhooks/tiktok}. */
  static WebhookTarget url(String url) {
    OkHttpClient http = new OkHttpClient();
    return (headers, body) -> {
      Request.Builder request =
          new Request.Builder()
              .url(url)
              .post(RequestBody.create(body, MediaType.get("application/json")));
      headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
      try (Response response = http.newCall(request.build()).execute()) {
        return response.code();
      } catch (IOException e) {
        return 0;
      }
    };
  }
}
