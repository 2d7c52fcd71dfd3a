// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an answer that tells of errors ({@code ErrorList}). Also an answer with HTTP 200 can
 * have it.
 *
 * @param errors what went wrong
 */
public record ErrorList(@Nullable List<SpApiError> errors) {

  /**
   * One error ({@code Error}). Message and details may quote what was sent, so they are matched and
   * never passed on.
   *
   * @param code such as {@code InvalidInput}
   * @param message Amazon's words
   * @param details more words; for HTTP 403 often the only ones that tell the cause
   */
  public record SpApiError(
      @Nullable String code, @Nullable String message, @Nullable String details) {

    @Override
    public String toString() {
      return "SpApiError[" + code + "]";
    }
  }
}
