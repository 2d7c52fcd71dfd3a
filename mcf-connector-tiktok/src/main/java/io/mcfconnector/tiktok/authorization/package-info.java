// SPDX-License-Identifier: Apache-2.0
/** Who may call: tokens of the seller and the shops they open. */
@NullMarked
package io.mcfconnector.tiktok.authorization;

import org.jspecify.annotations.NullMarked;
