// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/** The envelope of one subscription. */
public record SubscriptionResponse(@Nullable Subscription payload) {}
