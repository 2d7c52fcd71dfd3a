// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Special wishes for a preview ({@code PreviewServices}).
 *
 * @param packaging how it is packed
 * @param additional such as {@code blockAMZL} with {@code REQUIRED}
 */
public record PreviewServices(
    @Nullable PreviewPackagingService packaging, @Nullable Map<String, String> additional) {}
