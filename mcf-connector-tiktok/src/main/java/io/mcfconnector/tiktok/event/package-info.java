// SPDX-License-Identifier: Apache-2.0
/** Which webhooks TikTok Shop sends where. */
@NullMarked
package io.mcfconnector.tiktok.event;

import org.jspecify.annotations.NullMarked;
