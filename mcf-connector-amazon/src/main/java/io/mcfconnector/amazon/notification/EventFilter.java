// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events to send ({@code EventFilter}).
 *
 * @param eventFilterType such as {@code ORDER_CHANGE}; required
 * @param marketplaceIds only of these
 * @param orderChangeTypes only these
 * @param aggregationSettings how many are put together
 * @param trackingIdentifier only of this shipment
 */
public record EventFilter(
    @Nullable String eventFilterType,
    @Nullable List<String> marketplaceIds,
    @Nullable List<String> orderChangeTypes,
    @Nullable AggregationSettings aggregationSettings,
    @Nullable TrackingIdentifier trackingIdentifier) {}
