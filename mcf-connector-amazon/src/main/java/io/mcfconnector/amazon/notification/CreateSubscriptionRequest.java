// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Subscribes to notifications of one type ({@code CreateSubscriptionRequest}).
 *
 * @param payloadVersion such as {@code 1.0}; required
 * @param destinationId where they go; required
 * @param processingDirective which ones; all unless set
 */
public record CreateSubscriptionRequest(
    @Nullable String payloadVersion,
    @Nullable String destinationId,
    @Nullable ProcessingDirective processingDirective) {

  /** Creates one with only the usual parts. */
  public CreateSubscriptionRequest(
      @Nullable String payloadVersion, @Nullable String destinationId) {
    this(payloadVersion, destinationId, null);
  }
}
