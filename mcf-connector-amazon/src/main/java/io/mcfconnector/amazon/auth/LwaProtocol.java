// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.auth;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Protocol;
import java.util.Locale;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** How Login with Amazon answers; its error bodies differ from those of the API. */
final class LwaProtocol implements Protocol {

  private static final int TOO_MANY_REQUESTS = 429;

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
    for (Refusal refusal : Refusal.values()) {
      if (refusal.code().equals(error)) {
        throw refusal.toException(answer);
      }
    }
    throw unknown(answer, error);
  }

  private static @Nullable String errorOf(Answer answer) {
    try {
      return ERROR.apply(answer).error();
    } catch (ApiException notJson) {
      return null; // A gateway's page; the status has to do.
    }
  }

  private static ApiException unknown(Answer answer, @Nullable String error) {
    if (answer.status() == TOO_MANY_REQUESTS) {
      return answer
          .failure(FailureKind.THROTTLED)
          .detail("Login with Amazon wants fewer calls")
          .build();
    }
    boolean refused = error != null && answer.status() / 100 == 4;
    return answer
        .failure(refused ? FailureKind.CALLER_FAULT : FailureKind.UNAVAILABLE)
        .detail("Login with Amazon gave no token and no reason that it documents")
        .build();
  }

  /** The codes that Login with Amazon documents. */
  private enum Refusal {
    INVALID_GRANT(
        FailureKind.AUTHORIZATION_LOST,
        "the seller revoked the authorization, or the refresh token is wrong; authorize again"),
    INVALID_CLIENT(
        FailureKind.AUTHORIZATION_LOST,
        "the client id or client secret is wrong or was rotated; no seller can be served"),
    UNAUTHORIZED_CLIENT(
        FailureKind.AUTHORIZATION_LOST, "the application may not use this kind of token"),
    ACCESS_DENIED(FailureKind.AUTHORIZATION_LOST, "Login with Amazon denies access"),
    INVALID_REQUEST(FailureKind.CALLER_FAULT, "Login with Amazon does not understand the request"),
    INVALID_SCOPE(FailureKind.CALLER_FAULT, "Login with Amazon does not know the scope"),
    UNSUPPORTED_GRANT_TYPE(
        FailureKind.CALLER_FAULT, "Login with Amazon does not know the grant type"),
    SERVER_ERROR(FailureKind.UNAVAILABLE, "Login with Amazon failed"),
    TEMPORARILY_UNAVAILABLE(FailureKind.UNAVAILABLE, "Login with Amazon is busy");

    private final FailureKind kind;
    private final String detail;

    Refusal(FailureKind kind, String detail) {
      this.kind = kind;
      this.detail = detail;
    }

    ApiException toException(Answer answer) {
      boolean lost = kind == FailureKind.AUTHORIZATION_LOST;
      return answer
          .failure(kind)
          .platformCode(code())
          .reviewCode(lost ? ReviewCode.AUTHORIZATION_LOST : null)
          .detail(detail)
          .build();
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
