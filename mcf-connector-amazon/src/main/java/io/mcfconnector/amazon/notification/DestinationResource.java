// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Where notifications go ({@code DestinationResource}).
 *
 * @param sqs the queue
 * @param eventBridge the event source
 */
public record DestinationResource(
    @Nullable SqsResource sqs, @Nullable EventBridgeResource eventBridge) {}
