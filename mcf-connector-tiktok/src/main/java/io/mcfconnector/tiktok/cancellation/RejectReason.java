// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.cancellation;

import org.jspecify.annotations.Nullable;

/**
 * A reason that TikTok takes, as it is on the wire.
 *
 * @param name TikTok's word
 * @param text the same for people
 */
public record RejectReason(@Nullable String name, @Nullable String text) {}
