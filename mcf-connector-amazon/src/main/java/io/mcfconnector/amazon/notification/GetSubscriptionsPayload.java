// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of subscriptions ({@code GetSubscriptionsPayload}).
 *
 * @param subscriptions the subscriptions
 * @param nextToken opens the next page; absent on the last one
 */
public record GetSubscriptionsPayload(
    @Nullable List<Subscription> subscriptions, @Nullable String nextToken) {}
