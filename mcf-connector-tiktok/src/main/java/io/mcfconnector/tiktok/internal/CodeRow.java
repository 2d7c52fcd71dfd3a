// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ReviewCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes that mean the same.
 *
 * @param source the page of TikTok's documentation that lists them
 * @param kind what they mean
 * @param advice the same in words, with what to do
 * @param messageStart first words that the message must have; empty = any message
 * @param review why a person has to decide
 * @param retryAfter how long to wait
 * @param codes the codes
 */
record CodeRow(
    String source,
    FailureKind kind,
    String advice,
    String messageStart,
    @Nullable ReviewCode review,
    @Nullable Duration retryAfter,
    List<Integer> codes) {

  static CodeRow of(String source, FailureKind kind, String advice) {
    return new CodeRow(source, kind, advice, "", null, null, List.of());
  }

  CodeRow startsWith(String messageStart) {
    return new CodeRow(source, kind, advice, messageStart, review, retryAfter, codes);
  }

  CodeRow review(ReviewCode review) {
    return new CodeRow(source, kind, advice, messageStart, review, retryAfter, codes);
  }

  CodeRow retryAfter(Duration retryAfter) {
    return new CodeRow(source, kind, advice, messageStart, review, retryAfter, codes);
  }

  CodeRow codes(Integer... codes) {
    return new CodeRow(
        source, kind, advice, messageStart, review, retryAfter, Arrays.stream(codes).toList());
  }
}
