// SPDX-License-Identifier: Apache-2.0
/** TikTok Shop as a sales channel: one client for each shop and the bridge to the router. */
@NullMarked
package io.mcfconnector.tiktok;

import org.jspecify.annotations.NullMarked;
