// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * A seller's subscription ({@code Subscription}).
 *
 * @param subscriptionId Amazon's id
 * @param payloadVersion the version of the notifications
 * @param destinationId where they go
 * @param processingDirective which ones
 */
public record Subscription(
    @Nullable String subscriptionId,
    @Nullable String payloadVersion,
    @Nullable String destinationId,
    @Nullable ProcessingDirective processingDirective) {}
