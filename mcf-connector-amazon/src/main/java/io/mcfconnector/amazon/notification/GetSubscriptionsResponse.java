// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/** The envelope of {@code getSubscriptions}. */
public record GetSubscriptionsResponse(@Nullable GetSubscriptionsPayload payload) {}
