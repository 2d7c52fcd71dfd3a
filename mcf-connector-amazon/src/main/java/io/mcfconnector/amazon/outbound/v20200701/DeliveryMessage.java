// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * A text for the buyer ({@code DeliveryMessage}).
 *
 * @param text the text
 * @param locale its language
 */
public record DeliveryMessage(@Nullable String text, @Nullable String locale) {}
