// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import org.jspecify.annotations.Nullable;

/**
 * How events are put together ({@code AggregationSettings}).
 *
 * @param aggregationTimePeriod {@code FiveMinutes} or {@code TenMinutes}; required
 */
public record AggregationSettings(@Nullable String aggregationTimePeriod) {}
