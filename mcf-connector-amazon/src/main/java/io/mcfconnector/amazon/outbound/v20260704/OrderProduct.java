// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * What a line ships ({@code OrderProduct}).
 *
 * @param productIdentifier the SKU; required
 */
public record OrderProduct(@Nullable ProductIdentifier productIdentifier) {}
