// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * Names a product ({@code ProductIdentifier}).
 *
 * @param merchantSku the MSKU, at most 50 characters; required
 */
public record ProductIdentifier(@Nullable String merchantSku) {}
