// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * One part of a price ({@code RollupPrice}).
 *
 * @param type its kind; an open word
 * @param value how much
 */
public record RollupPrice(@Nullable String type, @Nullable Money value) {}
