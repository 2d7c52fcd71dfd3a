// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * How it would be packed ({@code PreviewPackagingService}).
 *
 * @param packagingOption {@code UNBRANDED} or {@code ANY}
 * @param overbox {@code REQUIRED} or {@code NOT_REQUIRED}
 */
public record PreviewPackagingService(@Nullable String packagingOption, @Nullable String overbox) {}
