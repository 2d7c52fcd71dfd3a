// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * One estimated fee ({@code Fee}).
 *
 * @param name its kind
 * @param amount how much
 */
public record Fee(@Nullable String name, @Nullable Money amount) {}
