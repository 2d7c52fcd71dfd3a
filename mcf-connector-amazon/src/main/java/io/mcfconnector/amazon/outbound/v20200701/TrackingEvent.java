// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * What a carrier reported ({@code TrackingEvent}).
 *
 * @param eventDate when, ISO 8601
 * @param eventAddress where
 * @param eventCode such as {@code EVENT_301}; more may come
 * @param eventDescription the same in words
 */
public record TrackingEvent(
    @Nullable String eventDate,
    @Nullable TrackingAddress eventAddress,
    @Nullable String eventCode,
    @Nullable String eventDescription) {}
