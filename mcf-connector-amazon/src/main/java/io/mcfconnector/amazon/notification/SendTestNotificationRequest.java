// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * Asks the sandbox for a notification ({@code SendTestNotificationRequest}).
 *
 * @param destinationId where it goes
 * @param testNotification what it is; required
 */
public record SendTestNotificationRequest(
    @Nullable String destinationId, @Nullable TestNotification testNotification) {}
