// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.Nullable;

/**
 * What an offer promises ({@code DeliveryPolicy}).
 *
 * @param message a text for the buyer
 */
public record DeliveryPolicy(@Nullable DeliveryMessage message) {}
