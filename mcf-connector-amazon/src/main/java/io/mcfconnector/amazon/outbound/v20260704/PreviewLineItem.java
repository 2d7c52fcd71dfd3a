// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.Nullable;

/**
 * One line of a preview request ({@code PreviewLineItem}); every part is required.
 *
 * @param product what
 * @param amount how many
 */
public record PreviewLineItem(@Nullable OrderProduct product, @Nullable Amount amount) {}
