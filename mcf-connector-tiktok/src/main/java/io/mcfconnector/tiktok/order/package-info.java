// SPDX-License-Identifier: Apache-2.0
/** Orders as TikTok Shop shows them. */
@NullMarked
package io.mcfconnector.tiktok.order;

import org.jspecify.annotations.NullMarked;
