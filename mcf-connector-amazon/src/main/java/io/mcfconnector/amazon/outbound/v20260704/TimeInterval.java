// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/** A span of time ({@code TimeInterval}); ISO 8601. */
public record TimeInterval(@Nullable String startTime, @Nullable String endTime) {}
