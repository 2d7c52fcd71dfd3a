// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mcfconnector.amazon.internal.ErrorList.SpApiError;
import io.mcfconnector.amazon.internal.error.ErrorRule;
import io.mcfconnector.amazon.internal.error.ErrorRule.Speaker;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns answers that say no into exceptions. Amazon's own words may quote buyer data: they are
 * matched against {@link ErrorRule}, and only codes and parameter names go on.
 */
final class SpApiErrors {

  private static final Function<Answer, ErrorList> ERRORS = Json.decoder(ErrorList.class);
  private static final byte[] ERRORS_FIELD = "\"errors\"".getBytes(US_ASCII);
  private static final int LONGEST_TEXT = 2_000;
  private static final Pattern SAFE_CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");
  private static final Pattern PARAMETER =
      Pattern.compile("^Value .*for parameter ([A-Za-z.]{1,60}) is invalid", Pattern.DOTALL);

  /** What HTTP status an error would have had, for errors that come with HTTP 200. */
  private static final Map<String, String> STATUS_OF_CODE =
      Map.of(
          "InvalidInput", "400",
          "Unauthorized", "403",
          "NotFound", "404",
          "QuotaExceeded", "429",
          "InternalFailure", "500",
          "ServiceUnavailable", "503");

  private SpApiErrors() {}

  /** Throws what a failed answer means; returns when the answer is a success. */
  static void check(Answer answer) {
    if (!answer.isSuccessful()) {
      List<SpApiError> errors = errorsOf(answer);
      throw errors.isEmpty() ? foreign(answer) : classified(answer, errors);
    }
    if (mentionsErrors(answer.body())) {
      List<SpApiError> errors = errorsOf(answer);
      if (!errors.isEmpty()) {
        throw classified(answer, errors);
      }
    }
  }

  /** Looks at the bytes where they are: every answer passes here. */
  private static boolean mentionsErrors(byte[] body) {
    int length = ERRORS_FIELD.length;
    for (int at = 0; at + length <= body.length; at++) {
      if (body[at] == '"' && Arrays.equals(body, at, at + length, ERRORS_FIELD, 0, length)) {
        return true;
      }
    }
    return false;
  }

  private static List<SpApiError> errorsOf(Answer answer) {
    try {
      List<SpApiError> errors = ERRORS.apply(answer).errors();
      return errors == null ? List.of() : errors.stream().filter(Objects::nonNull).toList();
    } catch (ApiException notJson) {
      return List.of();
    }
  }

  private static ApiException classified(Answer answer, List<SpApiError> errors) {
    for (ErrorRule rule : ErrorRule.ALL) {
      for (SpApiError error : errors) {
        if (rule.fits(Speaker.API, answer.operation(), status(answer, error), text(error))) {
          return failure(answer, rule, error);
        }
      }
    }
    throw new IllegalStateException("the last rule fits everything");
  }

  private static ApiException failure(Answer answer, ErrorRule rule, SpApiError error) {
    Matcher parameter = PARAMETER.matcher(limited(error.message()));
    String about = parameter.find() ? " (parameter " + parameter.group(1) + ")" : "";
    return answer
        .failure(rule.kind())
        .platformCode(code(answer, error.code()))
        .reviewCode(rule.reviewCode())
        .detail(rule.detail() + about)
        .build();
  }

  /**
   * Not the API's own words, so something in between answered: a gateway, a proxy, or a wrong
   * server. Such a 404 must not pass for "there is no such order".
   */
  private static ApiException foreign(Answer answer) {
    ErrorRule rule = ErrorRule.of(Speaker.STRANGER, answer.operation(), answer.status(), "");
    return answer
        .failure(rule.kind())
        .platformCode(code(answer, null))
        .detail(rule.detail())
        .build();
  }

  private static String status(Answer answer, SpApiError error) {
    String status = Integer.toString(answer.status());
    return answer.isSuccessful() && error.code() != null
        ? STATUS_OF_CODE.getOrDefault(error.code(), status)
        : status;
  }

  private static String text(SpApiError error) {
    return limited(error.code())
        + "\n"
        + limited(error.message())
        + "\n"
        + limited(error.details());
  }

  private static String limited(@Nullable String text) {
    return text == null ? "" : text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  private static @Nullable String code(Answer answer, @Nullable String code) {
    String best = code == null ? answer.header("x-amzn-ErrorType").orElse(null) : code;
    return best != null && SAFE_CODE.matcher(best).matches() ? best : null;
  }
}
