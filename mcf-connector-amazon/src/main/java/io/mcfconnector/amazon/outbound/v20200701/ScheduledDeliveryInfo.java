// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When scheduled deliveries can arrive ({@code ScheduledDeliveryInfo}).
 *
 * @param deliveryTimeZone their time zone
 * @param deliveryWindows to choose from
 */
public record ScheduledDeliveryInfo(
    @Nullable String deliveryTimeZone, @Nullable List<DeliveryWindow> deliveryWindows) {}
