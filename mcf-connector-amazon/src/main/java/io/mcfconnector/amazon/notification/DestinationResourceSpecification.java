// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Where notifications should go ({@code DestinationResourceSpecification}): a queue or EventBridge,
 * not both.
 *
 * @param sqs the queue
 * @param eventBridge the account
 */
public record DestinationResourceSpecification(
    @Nullable SqsResource sqs, @Nullable EventBridgeResourceSpecification eventBridge) {}
