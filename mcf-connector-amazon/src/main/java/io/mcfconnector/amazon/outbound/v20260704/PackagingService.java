// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How it is packed ({@code PackagingService}).
 *
 * @param packagingOption {@code UNBRANDED} or {@code ANY}
 * @param overbox {@code REQUIRED} or {@code NOT_REQUIRED}
 * @param packingSlip the slip
 */
public record PackagingService(
    @Nullable String packagingOption,
    @Nullable String overbox,
    @Nullable OrderPackingSlip packingSlip) {}
