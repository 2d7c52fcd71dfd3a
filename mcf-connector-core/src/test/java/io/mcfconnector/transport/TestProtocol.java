// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transport;

import io.mcfconnector.error.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;

/** A platform that means what its HTTP statuses say. */
final class TestProtocol implements Protocol {

  final List<String> events = new ArrayList<>();
  final AtomicInteger signed = new AtomicInteger();
  boolean renews = true;
  int token = 1;

  @Override
  public Request sign(Request request) {
    events.add("sign");
    signed.incrementAndGet();
    return request.newBuilder().header("x-token", "token-" + token).build();
  }

  @Override
  public Answer accept(Answer answer) {
    events.add("accept");
    Answer named = answer.withRequestId(answer.header("x-request-id").orElse(null));
    if (answer.isSuccessful()) {
      return named;
    }
    throw named.failure(kindOf(answer.status())).detail("refused").build();
  }

  @Override
  public boolean renewCredentials(Request refused) {
    events.add("renew " + refused.header("x-token"));
    token++;
    return renews;
  }

  @Override
  public boolean changeAuthorization(Request refused) {
    events.add("change " + refused.header("x-token"));
    token++;
    return renews;
  }

  @Override
  public boolean signsOtherwise(Request refused) {
    events.add("ask " + refused.header("x-token"));
    return renews;
  }

  @Override
  public OptionalDouble permitsPerSecond(Answer answer) {
    return answer
        .header("x-rate")
        .map(rate -> OptionalDouble.of(Double.parseDouble(rate)))
        .orElse(OptionalDouble.empty());
  }

  private static FailureKind kindOf(int status) {
    return switch (status) {
      case 400 -> FailureKind.CALLER_FAULT;
      case 401 -> FailureKind.TOKEN_EXPIRED;
      case 403 -> FailureKind.AUTHORIZATION_LOST;
      case 404 -> FailureKind.NOT_FOUND;
      case 408 -> FailureKind.NO_ANSWER;
      case 429 -> FailureKind.THROTTLED;
      default -> status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
    };
  }
}
