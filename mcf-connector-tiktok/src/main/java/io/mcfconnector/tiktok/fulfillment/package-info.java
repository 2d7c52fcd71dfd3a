// SPDX-License-Identifier: Apache-2.0
/** Telling TikTok Shop that the seller shipped. */
@NullMarked
package io.mcfconnector.tiktok.fulfillment;

import org.jspecify.annotations.NullMarked;
