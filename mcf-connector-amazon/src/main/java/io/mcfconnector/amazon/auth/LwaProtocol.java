// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import io.mcfconnector.amazon.internal.error.ErrorRule;
import io.mcfconnector.amazon.internal.error.ErrorRule.Speaker;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Protocol;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** How Login with Amazon answers; its error bodies differ from those of the API. */
final class LwaProtocol implements Protocol {

  private static final Function<Answer, LwaErrorResponse> ERROR =
      Json.decoder(LwaErrorResponse.class);

  private final String userAgent;

  LwaProtocol(String userAgent) {
    this.userAgent = userAgent;
  }

  @Override
  public Request sign(Request request) {
    return request.newBuilder().header("User-Agent", userAgent).build();
  }

  @Override
  public Answer accept(Answer received) {
    Answer answer = received.withRequestId(received.header("x-amzn-RequestId").orElse(null));
    if (answer.isSuccessful()) {
      return answer;
    }
    String error = errorOf(answer);
    ErrorRule rule =
        ErrorRule.of(
            Speaker.LOGIN, answer.operation(), answer.status(), error == null ? "" : error);
    throw answer
        .failure(rule.kind())
        .platformCode(rule.isAboutOneCode() ? error : null)
        .reviewCode(rule.reviewCode())
        .detail(rule.detail())
        .build();
  }

  private static @Nullable String errorOf(Answer answer) {
    try {
      return ERROR.apply(answer).error();
    } catch (ApiException notJson) {
      return null; // A gateway's page; the status has to do.
    }
  }
}
