// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * A partner event source of EventBridge ({@code EventBridgeResource}).
 *
 * @param name its name
 * @param region the AWS region
 * @param accountId the AWS account
 */
public record EventBridgeResource(
    @Nullable String name, @Nullable String region, @Nullable String accountId) {}
