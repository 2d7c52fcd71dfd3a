// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.ApiCall;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** Makes the calls of one API. Thread-safe. */
public final class Endpoint {

  private static final Function<Answer, Acknowledgement> ACKNOWLEDGEMENT =
      Json.decoder(Acknowledgement.class);

  private final Transport transport;
  private final HttpUrl base;

  /**
   * Creates the endpoint of an API.
   *
   * @param transport signs and sends
   * @param host the region's endpoint
   * @param path where the API begins, without slashes around it
   */
  public Endpoint(Transport transport, URI host, String path) {
    this.transport = transport;
    this.base = HttpUrl.get(host.toString()).newBuilder().addPathSegments(path).build();
  }

  /** Starts an address below the API. */
  public HttpUrl.Builder url(String... segments) {
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url;
  }

  /** Returns what the quota of an operation lets through now; calls nothing. */
  public CallAllowance allowance(String operation, Quota quota) {
    return transport.allowance(operation, quota);
  }

  /** Reads. */
  public <T> T read(
      String operation, HttpUrl.Builder url, Quota quota, Function<Answer, T> decoder) {
    return transport.call(ApiCall.get(operation, url.build(), quota, decoder).build());
  }

  /** Asks a question that does not fit into an address. */
  public <Q, T> T ask(
      String operation,
      HttpUrl.Builder url,
      Quota quota,
      Class<Q> type,
      Q question,
      Function<Answer, T> decoder) {
    return transport.call(
        ApiCall.write(operation, "POST", url.build(), quota, decoder)
            .json(type, question)
            .repeatable()
            .build());
  }

  /** Writes something; sent once. */
  public <Q, T> T write(
      String operation,
      String method,
      HttpUrl.Builder url,
      Quota quota,
      Class<Q> type,
      Q body,
      Function<Answer, T> decoder) {
    return write(operation, method, url.build(), quota, type, body, decoder);
  }

  /** Writes something; sent once. For an address that is always the same. */
  public <Q, T> T write(
      String operation,
      String method,
      HttpUrl url,
      Quota quota,
      Class<Q> type,
      Q body,
      Function<Answer, T> decoder) {
    return transport.call(
        ApiCall.write(operation, method, url, quota, decoder).json(type, body).build());
  }

  /** Makes a call that is like no other. */
  public <T> T send(ApiCall<T> call) {
    return transport.call(call);
  }

  /** Does something that has no body; sent once. */
  public void act(String operation, String method, HttpUrl.Builder url, Quota quota) {
    transport.call(
        ApiCall.write(operation, method, url.build(), quota, Endpoint::acknowledged).build());
  }

  /**
   * Takes the empty object of a success, or nothing at all with 204.
   *
   * @throws ApiException when the answer is something else
   */
  public static Acknowledgement acknowledged(Answer answer) {
    return answer.status() == 204 ? new Acknowledgement() : ACKNOWLEDGEMENT.apply(answer);
  }
}
