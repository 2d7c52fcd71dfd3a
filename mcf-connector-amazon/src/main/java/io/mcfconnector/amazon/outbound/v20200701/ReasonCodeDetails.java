// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A reason to return something ({@code ReasonCodeDetails}).
 *
 * @param returnReasonCode what a return names
 * @param description in English
 * @param translatedDescription in the language asked for
 */
public record ReasonCodeDetails(
    @Nullable String returnReasonCode,
    @Nullable String description,
    @Nullable String translatedDescription) {}
