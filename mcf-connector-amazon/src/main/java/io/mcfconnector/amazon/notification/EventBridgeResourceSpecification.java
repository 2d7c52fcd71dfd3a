// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * An EventBridge account to make a partner event source in ({@code
 * EventBridgeResourceSpecification}); both required.
 *
 * @param region the AWS region
 * @param accountId the AWS account
 */
public record EventBridgeResourceSpecification(
    @Nullable String region, @Nullable String accountId) {}
