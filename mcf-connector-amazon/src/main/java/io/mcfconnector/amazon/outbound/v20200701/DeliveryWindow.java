// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/** When a scheduled delivery should arrive, in Japan ({@code DeliveryWindow}); both ISO 8601. */
public record DeliveryWindow(@Nullable String startDate, @Nullable String endDate) {}
