// SPDX-License-Identifier: Apache-2.0
/** What all searches of TikTok Shop have in common. */
@NullMarked
package io.mcfconnector.tiktok.paging;

import org.jspecify.annotations.NullMarked;
