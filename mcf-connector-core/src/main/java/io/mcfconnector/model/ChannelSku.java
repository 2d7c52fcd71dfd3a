// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import org.jspecify.annotations.Nullable;

/**
 * A SKU as the sales channel knows it.
 *
 * @param id the channel's id
 * @param sellerSku the seller's text; absent when the seller gave none
 */
public record ChannelSku(ChannelSkuId id, @Nullable SellerSku sellerSku) {}
