// SPDX-License-Identifier: Apache-2.0
/** What TikTok Shop sends by itself. */
@NullMarked
package io.mcfconnector.tiktok.webhook;

import org.jspecify.annotations.NullMarked;
