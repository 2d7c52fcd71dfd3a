// SPDX-License-Identifier: Apache-2.0
/** Products on sale and their stock. */
@NullMarked
package io.mcfconnector.tiktok.product;

import org.jspecify.annotations.NullMarked;
