// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/** From when until when ({@code DateRange}); both ISO 8601. */
public record DateRange(@Nullable String earliest, @Nullable String latest) {}
